import type { Setup } from '../../exercise/setup.ts';
import { isReleased } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import { titleOfRunbook } from '../../scenario/find-runbook.ts';
import { type Block, linesOf, paragraph, quiet } from '../document.ts';
import type { Facts } from '../facts.ts';
import { listWords, unbroken } from '../term-words.ts';

export function writeRunbookSection(facts: Facts): readonly Block[] {
  return [{ is: 'section', number: 6, text: 'Runbook changes' }, ...writeChanges(facts), ...writeVersions(facts)];
}

function writeChanges({ runbookChanges: changes, setup }: Facts): readonly Block[] {
  if (changes.length === 0) return [paragraph('No runbook change was proposed.')];
  const version = (id: string) => setup.plan.runbooks.find((runbook) => runbook.id === id)?.version ?? '';
  return [
    {
      is: 'table',
      caption: `Changes proposed; in full in RC-${setup.exercise}`,
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Step', width: 1320 },
        { head: 'Old text', width: 3060 },
        { head: 'New text', width: 4260 },
        { head: 'Gap', width: 720 },
      ],
      rows: changes.map(({ runbook, step, old, new: proposed, gap, type }) => [
        linesOf(
          { words: unbroken(`${runbook} ${version(runbook)}`.trim()) },
          Boolean(step) && quiet(unbroken(`step ${step}`)),
        ),
        old ?? '(new)',
        proposed ?? (type === 'remove' ? '(removed)' : 'text to be written'),
        gap ?? '–',
      ]),
    },
  ];
}

/** Versions with their approval dates, two a row: those of the plan that were called for, and those called for without one. */
function writeVersions({ state, setup }: Facts): readonly Block[] {
  const called = new Set(
    state.scenario.injects.filter(({ id }) => isReleased(state, id)).flatMap(({ runbook }) => runbook),
  );
  const listed = setup.plan.runbooks.filter(({ id }) => called.has(id)).map(({ id }) => id);
  const ids = [...listed, ...[...called].filter((id) => !listed.includes(id)).sort()];
  const idle = setup.plan.runbooks.map(({ id }) => id).filter((id) => !called.has(id));
  if (ids.length === 0) return [paragraph('No runbook was under test.')];
  const cells = ids.map((id) => [`${id} ${titleOfRunbook(id, setup) ?? ''}`.trim(), tellVersion(setup, id)]);
  const half = Math.ceil(cells.length / 2);
  return [
    {
      is: 'table',
      caption: `Runbook versions that the injects played called for${idle.length > 0 ? `; none called for ${listWords(idle)} of the plan` : ''}`,
      look: 'dense',
      fitsColumns: true,
      columns: [
        { head: 'Runbook', width: 2940 },
        { head: 'Version, approved', width: 1740 },
        { head: 'Runbook', width: 2940 },
        { head: 'Version, approved', width: 1740 },
      ],
      rows: Array.from({ length: half }, (_, at) => [...(cells[at] ?? []), ...(cells[half + at] ?? ['', ''])]),
    },
  ];
}

function tellVersion({ plan }: Setup, id: string): string {
  const tested = plan.runbooks.find((runbook) => runbook.id === id);
  if (!tested) return 'version not recorded';
  return `${tested.version}, ${tested.approved_on ? shortDate(tested.approved_on) : 'not recorded'}`;
}
