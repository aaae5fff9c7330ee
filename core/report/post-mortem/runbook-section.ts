import { isReleased } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import { titleOfRunbook } from '../../scenario/find-runbook.ts';
import { type Block, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';

export function writeRunbookSection(facts: Facts): readonly Block[] {
  return [{ is: 'section', number: 6, text: 'Runbook changes' }, ...writeChanges(facts), ...writeVersions(facts)];
}

function writeChanges({ runbookChanges: changes, setup, number }: Facts): readonly Block[] {
  if (changes.length === 0) return [paragraph('No runbook change was proposed.')];
  const version = (id: string) => setup.plan.runbooks.find((runbook) => runbook.id === id)?.version ?? '';
  return [
    {
      is: 'table',
      caption: `Changes proposed; in full in RC-${number}`,
      columns: [
        { head: 'Step', width: 1740 },
        { head: 'Old text', width: 3060 },
        { head: 'New text', width: 3840 },
        { head: 'Gap', width: 720 },
      ],
      rows: changes.map(({ runbook, step, old, new: proposed, gap, type }) => [
        `${`${runbook} ${version(runbook)}`.trim()}${step ? `, step ${step}` : ''}`,
        old ?? '(new)',
        proposed ?? (type === 'remove' ? '(removed)' : 'text to be written'),
        gap ?? '–',
      ]),
    },
  ];
}

/** Versions with their approval dates, and the injects that really called for them. */
function writeVersions({ state, setup }: Facts): readonly Block[] {
  const used = state.scenario.injects.filter(({ id }) => isReleased(state, id));
  const callsFor = (runbook: string) => used.filter((inject) => inject.runbook.includes(runbook)).map(({ id }) => id);
  const listed = setup.plan.runbooks.map(({ id }) => id);
  const others = [...new Set(used.flatMap(({ runbook }) => runbook))].filter((id) => !listed.includes(id)).sort();
  const ids = [...listed, ...others];
  if (ids.length === 0) return [paragraph('No runbook was under test.')];
  return [
    {
      is: 'table',
      caption: 'Runbook versions under test',
      look: 'tight',
      columns: [
        { head: 'Runbook', width: 4200 },
        { head: 'Version', width: 900 },
        { head: 'Approved', width: 1260 },
        { head: 'Called for in', width: 3000 },
      ],
      rows: ids.map((id) => {
        const tested = setup.plan.runbooks.find((runbook) => runbook.id === id);
        const injects = callsFor(id);
        return [
          `${id} ${titleOfRunbook(id, setup) ?? ''}`.trim(),
          tested?.version ?? '–',
          tested?.approved_on ? shortDate(tested.approved_on) : 'not recorded',
          injects.length > 0 ? injects.join(', ') : 'no inject played',
        ];
      }),
    },
  ];
}
