import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#core/plan/plan.ts';
import { optionalRoles, playerRoles } from '#core/scenario/vocabulary.ts';
import { listCutRings } from '../../support/list-cut-rings.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { answerFrom, heldQ1, type Memory, makeMemory, openAction, returnedGap } from './memory-answers.ts';
import { launchBrowser, PlanWindow } from './plan-window.ts';

const small = { width: 1280, height: 800 };
const places = ['#/', '#/script/q2-ransomware', '#/plan/q2-ransomware', '#/pack/q2-ransomware'];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a screen with everything unfolded; of many pictures three. */
async function look(memory: Memory, place: string, care: 'once' | 'all') {
  const window = await PlanWindow.open(browser, answerFrom(memory), small, place);
  await window.page.locator('main h2').first().waitFor();
  const all = window.page.getByRole('button', { name: /^All \d+$/ });
  if ((await all.count()) > 0) await all.click();
  await window.page.evaluate(
    "for (const folded of document.querySelectorAll('details:not([data-picture])')) folded.open = true",
  );
  const pictures = window.page.locator('details[data-picture]');
  if ((await pictures.count()) > 0) for (const at of [0, 1, -1]) await pictures.nth(at).locator('summary').click();
  const cut = care === 'all' ? await listCutRings(window.page) : [];
  const found = [...cut, ...(await lookAtPage(window.page, care))];
  await window.close();
  return found;
}

const long = 'Wir haben eine Rückversicherungsgesellschaftsbeteiligungsvereinbarung '.repeat(150).slice(0, 10_000);

const fortyActions = Array.from({ length: 40 }, (_, at) => ({
  ...openAction,
  id: `AI-2026Q1-${at}`,
  dueOn: [null, '2026-11-01', '2026-12-01', '2027-03-01'][at % 4] ?? null,
  owner: at % 2 === 0 ? 'Karl-Friedrich von und zu Hohenlohe-Schillingsfürst, Legal' : 'عبد الرحمن بن محمد',
  title: at === 5 ? long : `Schreibt die Rückversicherungsgesellschaftsbeteiligungsvereinbarung neu ${at}`,
}));

async function fullMemory(): Promise<Memory> {
  const memory = await makeMemory();
  await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
  memory.exercises = [
    heldQ1,
    { ...heldQ1, exercise: 's', script: 'q2-ransomware', isSample: true, phase: 'ended' },
    { ...heldQ1, exercise: 'r', script: 'q3-insider-threat', phase: 'paused', trouble: 'line 14: damaged' },
  ];
  memory.openActions = { own: fortyActions, samples: fortyActions };
  const gaps = [returnedGap, { ...returnedGap, title: long, capability: 'recovery', severity: null } as const];
  const returned = { held: 5, gaps, notCompared: 3 };
  memory.returnedGaps = { own: returned, samples: returned };
  memory.isTourNew = true;
  memory.notices = ['The folder is synced.'];
  return memory;
}

describe('The screens, small and large and at 200 %, light and dark', () => {
  it.each(places)('hold their layout, show the whole ring of the focus and have no barrier: %s', async (place) => {
    expect(await look(await fullMemory(), place, 'all')).toEqual([]);
  });
});

describe('Screens with extreme words', () => {
  it.each(places)(
    'hold with forty participants, long titles, Arabic names and 10,000 characters in every field: %s',
    async (place) => {
      const memory = await fullMemory();
      const kinds = [...playerRoles, ...optionalRoles];
      const participants = Array.from({ length: 40 }, (_, at) => ({
        name: at % 2 === 0 ? `Karl-Friedrich von und zu Hohenlohe-Schillingsfürst ${at}` : `عبد الرحمن بن محمد ${at}`,
        role: kinds[at % kinds.length] ?? 'IC',
        function: at === 3 ? long : 'Leitung der Abteilung Informationssicherheit und Datenschutz',
      }));
      const plan = memory.plans.get('q2-ransomware') as Plan;
      const words = { name: long.trim(), product: long.trim(), domain: 'a'.repeat(10_000), time_zone: 'Europe/Berlin' };
      memory.plans.set('q2-ransomware', {
        ...plan,
        participants,
        organisation: words,
        placeholders: { 'customer.health': 'W'.repeat(10_000) },
      });
      memory.exercises = [{ ...heldQ1, title: long, exercise: 'x'.repeat(200), trouble: long }, ...memory.exercises];
      const scenario = memory.scenarios.get('q2-ransomware');
      if (!scenario) throw new Error('no script');
      memory.scenarios.set('q2-ransomware', {
        ...scenario,
        title: 'Z'.repeat(300),
        storyline: long,
        objectives: scenario.objectives.map((objective) => ({ ...objective, text: 'y'.repeat(2_000) })),
        injects: scenario.injects.map((inject) => ({ ...inject, title: 'T'.repeat(400), body: 'b'.repeat(10_000) })),
      });
      expect(await look(memory, place, 'once')).toEqual([]);
    },
  );

  it.each(['#/', '#/plan/q2-ransomware', '#/pack/q2-ransomware'])(
    'hold with nobody invited and nothing held: %s',
    async (place) => {
      expect(await look(await makeMemory(), place, 'once')).toEqual([]);
    },
  );

  it('that cannot be drawn say so, and another screen is drawn all the same', async () => {
    const answers = answerFrom(await makeMemory());
    const broken = { ...answers, load_programme: async () => ({ ok: true, value: {} }) as never };
    const window = await PlanWindow.open(browser, broken, small, '#/');
    const { page } = window;
    await page.getByText('This part of Muster could not be drawn').waitFor();
    await page.evaluate("location.hash = '#/script/q2-ransomware'");
    await page.getByRole('heading', { level: 1, name: 'Cold Restore' }).waitFor();
    await window.close();
  });

  it('say what to do where there is no script', async () => {
    const memory = await makeMemory();
    memory.scenarios.clear();
    const window = await PlanWindow.open(browser, answerFrom(memory), small, '#/');
    await window.page.getByText('There is no scenario script here.').waitFor();
    await window.close();
  });
});
