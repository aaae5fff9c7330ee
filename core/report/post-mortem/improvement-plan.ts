import { shortDate } from '../../local-time.ts';
import { isOpen } from '../../plan/open-actions.ts';
import type { ReportedAction } from '../../review/previous-actions.ts';
import { type Block, type Cell, linesOf, paragraph, quiet, type Run } from '../document.ts';
import { type Action, type Facts, type Gap, ownerWords } from '../facts.ts';
import { fixNames, severityNames, statusNames } from '../term-words.ts';

export function writeImprovementPlan(facts: Facts): readonly Block[] {
  return [
    { is: 'section', number: 1, text: 'Improvement plan', startsPage: true },
    ...writeActions(facts),
    ...writePrevious(facts),
  ];
}

function writeActions({ gaps, looseActions }: Facts): readonly Block[] {
  const rows = [
    ...gaps.flatMap(({ gap, actions }) =>
      actions.length === 0 ? [rowWithout(gap)] : actions.map((action) => rowOf(gap, action)),
    ),
    ...looseActions.map((action) => rowOf(null, action)),
  ];
  if (rows.length === 0) return [paragraph('No gap was recorded and no action agreed.')];
  return [
    {
      is: 'table',
      caption: 'Actions from this exercise, by gap',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Gap', width: 780 },
        { head: 'Action and strength of fix', width: 3480 },
        { head: 'Owner', width: 1440 },
        { head: 'Due', width: 1200 },
        { head: 'Done when', width: 2460 },
      ],
      rows,
    },
  ];
}

function gapCell(gap: Gap | null): Cell {
  if (!gap) return '–';
  return linesOf({ words: [{ bold: gap.gap }] }, quiet(gap.severity ? severityNames[gap.severity] : 'no severity'));
}

function rowOf(gap: Gap | null, action: Action): readonly Cell[] {
  const { register_id, title, strength_of_fix, sponsor, due_on, done_test, description } = action;
  const details = [strength_of_fix && fixNames[strength_of_fix], sponsor && `sponsor ${sponsor}`].filter(
    (detail) => detail !== undefined,
  );
  return [
    gapCell(gap),
    linesOf(
      { words: [{ bold: register_id }, ` ${title}`] },
      description !== undefined && { words: description },
      details.length > 0 && quiet(details.join(' · ')),
    ),
    ownerWords(action),
    due_on ? shortDate(due_on) : 'no date set',
    done_test ?? 'not agreed',
  ];
}

function rowWithout(gap: Gap): readonly Cell[] {
  return [gapCell(gap), linesOf({ words: 'No action agreed' }, quiet(gap.title)), '–', '–', '–'];
}

function writePrevious({ previous }: Facts): readonly Block[] {
  const { exercise, actions, counts, countedOn } = previous;
  if (exercise === null) return [paragraph('The plan names no earlier exercise, so no action was re-tested.')];
  if (actions.length === 0) return [paragraph(`The exercise before, ${exercise}, left no actions to re-test.`)];
  const closed = `${counts.closed} of ${counts.total} closed, ${counts.verified} verified, ${counts.overdue} overdue`;
  return [
    {
      is: 'table',
      caption: `Actions of ${exercise} on ${shortDate(countedOn ?? '')}: ${closed}`,
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Action', width: 4320 },
        { head: 'Status', width: 2640 },
        { head: 'Re-tested today', width: 2400 },
      ],
      rows: actions.map((action) => [
        linesOf(
          { words: [{ bold: action.register_id }, ` ${action.title}`] },
          isOpen(action) && quiet(ownerLine(action)),
        ),
        statusCell(action),
        retestCell(action),
      ]),
    },
  ];
}

function ownerLine({ owner_name, due_on }: ReportedAction): string {
  return [owner_name ?? 'nobody named', due_on ? `due ${shortDate(due_on)}` : 'no date set'].join(', ');
}

function statusCell({ status, isOverdue, verified_on, evidence, reason }: ReportedAction): Cell {
  const words: Run[] = isOverdue ? [{ bold: 'overdue' }, `, ${statusNames[status]}`] : [statusNames[status]];
  const on = status === 'verified' && verified_on ? ` ${shortDate(verified_on)}` : '';
  const because = evidence ?? reason;
  return linesOf({ words: [...words, on] }, because !== null && quiet(because));
}

function retestCell({ retest }: ReportedAction): Cell {
  if (!retest) return 'not spoken of';
  const results = { held: 'yes, held', not_held: 'yes, did not hold', not_tested: 'no' } as const;
  const words = results[retest.result];
  return linesOf(
    { words: retest.result === 'not_held' ? [{ bold: words }] : words },
    retest.note !== null && quiet(retest.note),
  );
}
