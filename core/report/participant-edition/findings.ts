import { listStandingOf } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import { type Block, type Cell, linesOf, paragraph, quiet } from '../document.ts';
import type { Action, Gap } from '../facts.ts';
import { tellGap } from '../gap-statement.ts';
import { capitalise, fixNames, plain, roleNames, sentence, severityNames } from '../term-words.ts';
import { restsOnPrivate } from './rests-on-private.ts';
import type { Told } from './told.ts';

/** What worked, what did not, and what will be changed. */
export function writeFindings(told: Told): readonly Block[] {
  return [
    { is: 'section', number: 1, text: 'What worked and stays' },
    ...writeStrengths(told),
    { is: 'section', number: 2, text: 'What was missing' },
    ...writeGaps(told),
    { is: 'section', number: 3, text: 'What will change' },
    ...writeActions(told),
    ...writeRunbooks(told),
  ];
}

function writeStrengths({ facts, said }: Told): readonly Block[] {
  const strengths = listStandingOf(facts.state, 'strength_recorded')
    .map(({ data }) => data)
    .filter(({ evidence }) => !restsOnPrivate(facts, evidence));
  if (strengths.length === 0) return [paragraph('No strength was recorded.')];
  return strengths.map(({ what, effect, keep }): Block => {
    const more = [effect && ` ${sentence(capitalise(said(effect)))}`, keep && ` Keep: ${sentence(said(keep))}`];
    return { is: 'point', words: [{ bold: sentence(said(what)) }, ...more.filter((words) => words !== undefined)] };
  });
}

function writeGaps({ facts: { gaps }, said }: Told): readonly Block[] {
  if (gaps.length === 0) return [paragraph('No gap was recorded.')];
  return [
    {
      is: 'table',
      caption: 'Gaps in plans and arrangements, the gravest first',
      columns: [
        { head: 'Id', width: 720 },
        { head: 'What was missing', width: 6720 },
        { head: 'Where', width: 1920 },
      ],
      rows: gaps.map(({ gap }) => [gap.gap, gapCell(gap, said), whereCell(gap)]),
    },
  ];
}

function gapCell(gap: Gap, said: Told['said']): Cell {
  const hasStatement = Boolean(gap.when || gap.missing || gap.effect);
  return linesOf(
    { words: [{ bold: sentence(said(gap.title)) }] },
    hasStatement && { words: said(tellGap(gap)) },
    gap.workaround !== undefined && quiet(`What helped meanwhile: ${sentence(said(gap.workaround))}`),
  );
}

function whereCell({ severity, capability }: Gap): Cell {
  return linesOf(
    { words: severity ? severityNames[severity] : 'no severity yet' },
    capability !== undefined && quiet(plain(capability)),
  );
}

function writeActions({ facts: { gaps, looseActions }, said }: Told): readonly Block[] {
  const agreed = [
    ...gaps.flatMap(({ gap, actions }) => actions.map((action) => ({ gap, action }))),
    ...looseActions.map((action) => ({ gap: null, action })),
  ];
  if (agreed.length === 0) return [paragraph('No action was agreed.')];
  return [
    {
      is: 'table',
      caption: 'Actions agreed',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Gap', width: 600 },
        { head: 'Action', width: 3840 },
        { head: 'Function', width: 1620 },
        { head: 'Due', width: 1260 },
        { head: 'Done when', width: 2040 },
      ],
      rows: agreed.map(({ gap, action }) => [gap?.gap ?? '–', ...actionCells(action, said)]),
    },
  ];
}

function actionCells(action: Action, said: Told['said']): readonly Cell[] {
  const { register_id, title, description, strength_of_fix, owner_role, due_on, done_test } = action;
  return [
    linesOf(
      { words: [{ bold: register_id }, ` ${said(title)}`] },
      description !== undefined && { words: said(description) },
      strength_of_fix !== undefined && quiet(fixNames[strength_of_fix]),
    ),
    owner_role ? roleNames[owner_role] : 'not set',
    due_on ? shortDate(due_on) : 'no date set',
    done_test === undefined ? 'not agreed' : said(done_test),
  ];
}

function writeRunbooks({ facts: { runbookChanges }, said }: Told): readonly Block[] {
  if (runbookChanges.length === 0) return [paragraph('No runbook change was proposed.')];
  return [
    {
      is: 'table',
      caption: 'Changes proposed to runbooks',
      columns: [
        { head: 'Step', width: 1500 },
        { head: 'Old text', width: 3480 },
        { head: 'New text', width: 4380 },
      ],
      rows: runbookChanges.map(({ runbook, step, old, new: proposed, type }) => [
        `${runbook}${step ? `, step ${said(step)}` : ''}`,
        old === undefined ? '(new)' : said(old),
        proposed === undefined ? (type === 'remove' ? '(removed)' : 'text to be written') : said(proposed),
      ]),
    },
  ];
}
