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
let browser: Browser;
let pages: string;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildPages(), launchBrowser()]);
});
afterAll(() => browser.close());

/** Opens each screen and gives what axe found and how far it runs over. */
async function look(memory: Memory, size: (typeof sizes)[number], theme: 'light' | 'dark') {
  const found: string[] = [];
  const window = await PlanWindow.open(browser, pages, answerFrom(memory), size, places[0]);
  await window.setTheme(theme);
  for (const place of places) {
    await window.page.evaluate(`location.hash = ${JSON.stringify(place)}`);
    await window.page.locator('main h1').waitFor();
    await window.page.waitForTimeout(150);
    for (const folded of await window.page.locator('details > summary').all()) await folded.click();
    const over = await window.overflow();
    if (over > 0) found.push(`${place}: ${over} px too wide`);
    found.push(...(await window.listAxeViolations()).map((violation) => `${place}: ${violation}`));
  }
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
  it.each(['light', 'dark'] as const)('hold their layout and pass axe in %s', async (theme) => {
    expect(await look(await fullMemory(), size, theme)).toEqual([]);
  });
});

describe('Screens with extreme words', () => {
  it('hold with forty participants, long titles, Arabic names and 10,000 characters in every field', async () => {
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
    expect(await look(memory, { width: 1280, height: 800 }, 'light')).toEqual([]);
  });

  it('hold with nobody and nothing', async () => {
    const memory = await makeMemory();
    expect(await look(memory, { width: 1280, height: 800 }, 'dark')).toEqual([]);
    memory.scenarios.clear();
    const window = await PlanWindow.open(browser, pages, answerFrom(memory), { width: 1280, height: 800 }, '#/');
    await window.page.getByText('There is no scenario script here.').waitFor();
    await window.close();
  });
});
