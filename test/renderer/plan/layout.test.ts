import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#core/plan/plan.ts';
import { optionalRoles, playerRoles } from '#core/scenario/vocabulary.ts';
import { answerFrom, heldQ1, type Memory, makeMemory } from './memory-answers.ts';
import { buildPages, launchBrowser, PlanWindow } from './plan-window.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const places = ['#/', '#/script/q2-ransomware', '#/plan/q2-ransomware'];
/** axe reads every part of a long page; on a shared machine that takes its time. */
const patienceMs = 180_000;
let browser: Browser;
let pages: string;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), launchBrowser()]);
});
afterAll(() => browser.close());

/** Opens a screen with everything unfolded and gives what axe found and how far it runs over. */
async function look(memory: Memory, place: string, size: (typeof sizes)[number], theme: 'light' | 'dark') {
  const window = await PlanWindow.open(browser, pages, answerFrom(memory), size, place);
  await window.setTheme(theme);
  await window.page.locator('main h2').first().waitFor();
  await window.page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
  const over = await window.listTooWide();
  const found = [...over, ...(await window.listAxeViolations())];
  await window.close();
  return found;
}

const long = 'Wir haben eine Rückversicherungsgesellschaftsbeteiligungsvereinbarung '.repeat(150).slice(0, 10_000);

async function fullMemory(): Promise<Memory> {
  const memory = await makeMemory();
  await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
  memory.exercises = [
    heldQ1,
    { ...heldQ1, exercise: 's', script: 'q2-ransomware', isSample: true, phase: 'ended' },
    { ...heldQ1, exercise: 'r', script: 'q3-insider-threat', phase: 'paused', trouble: 'line 14: damaged' },
  ];
  memory.notices = ['The folder is synced.'];
  return memory;
}

describe.each(sizes)('At $width × $height the screens', (size) => {
  const cases = places.flatMap((place) => (['light', 'dark'] as const).map((theme) => ({ place, theme })));
  it.each(cases)(
    'hold their layout and pass axe: $place in $theme',
    async ({ place, theme }) => {
      expect(await look(await fullMemory(), place, size, theme)).toEqual([]);
    },
    patienceMs,
  );
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
      expect(await look(memory, place, { width: 1280, height: 800 }, 'light')).toEqual([]);
    },
  );

  it.each(places)(
    'hold with nobody invited and nothing held: %s',
    async (place) => {
      expect(await look(await makeMemory(), place, { width: 1280, height: 800 }, 'dark')).toEqual([]);
    },
    patienceMs,
  );

  it('say what to do where there is no script', async () => {
    const memory = await makeMemory();
    memory.scenarios.clear();
    const window = await PlanWindow.open(browser, pages, answerFrom(memory), { width: 1280, height: 800 }, '#/');
    await window.page.getByText('There is no scenario script here.').waitFor();
    await window.close();
  });
});
