import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { appliesByProfile } from '../../exercise/metrics/applies-by-profile.ts';
import { storyTime } from '../../local-time.ts';
import type { Block, Cell } from '../../report/document.ts';
import { listWords, minutesWords, roleNames } from '../../report/term-words.ts';
import { isLinedUp } from '../../scenario/body-lines.ts';
import { titleOfRunbook } from '../../scenario/find-runbook.ts';
import type { Decision, Inject } from '../../scenario/schema.ts';
import type { Pack, Played } from '../pack.ts';
import { writeExpected, writeFacts } from './inject-tables.ts';
import { flowing, writeText } from './inject-text.ts';
import { cardOf, otherWayOut, wayOutInFull } from './ways.ts';

type Asked = { readonly isFolded: boolean; readonly startsPage: boolean };

/** All there is to one inject, on a page of its own. `isFolded`: what whoever plays along must not read before its release stands overleaf. */
export function writeInject(pack: Pack, played: Played, { isFolded, startsPage }: Asked): readonly Block[] {
  const { inject, minute, ownMinutes } = played;
  const { id, title, storyline_time, priority, severity, roles } = inject;
  const time = `T+${minute}, ${ownMinutes} min · ${storyTime(storyline_time)}`;
  const first = listWords(roles.map((role) => roleNames[role]));
  const isRead = inject.audience === 'facilitator_reads';
  const fold: Block = { is: 'subhead', text: `${id}, once it is out: ${title}`, startsPage: true };
  return [
    { is: 'subhead', text: isFolded ? id : `${id} ${title}`, startsPage },
    { is: 'meta', words: isFolded ? time : `${time} · ${priority} · suggests ${severity} · first for ${first}` },
    releaseForm(pack, inject),
    ...(isRead ? writeText(inject) : []),
    ...(isFolded ? [fold] : []),
    ...(isRead ? [] : writeText(inject)),
    ...cardFrom([...textRows(inject), ...decisionRows(pack, inject)]),
    ...writeExpected(pack, inject),
    ...writeFacts(inject),
    ...cardFrom([...questionRows(inject), ...referenceRows(pack, inject)]),
  ];
}

type Row = readonly [name: string, cell: Cell];

function cardFrom(rows: readonly Row[]): readonly Block[] {
  return rows.length > 0 ? [{ is: 'card', rows }] : [];
}

function releaseForm(pack: Pack, inject: Inject): Block {
  const { if_already, attachments } = inject;
  const apart = attachments.filter(({ text }) => text === undefined).map(({ name }) => name);
  return {
    is: 'form',
    rows: [
      { name: 'How', words: [{ bold: wayOutInFull(pack, inject) }] },
      ...(if_already
        ? [{ name: 'Done already?', words: `If ${if_already.when.trim()}: ${otherWayOut(pack, inject)}.` }]
        : []),
      ...(apart.length > 0
        ? [{ name: 'Attached', words: `Print ${listWords(apart)} too; it lies beside the script.` }]
        : []),
      { name: 'From, to', words: aboutWords(inject) },
      { name: 'Released at', height: 360 },
    ],
  };
}

/** `Counsel, to the Incident Commander: Our notice`. */
export function aboutWords({ from, to, subject }: Pick<Inject, 'from' | 'to' | 'subject'>): string {
  return `${from}, to ${to}${subject ? `: ${subject}` : ''}`;
}

function textRows({ audience, body, if_already, notes }: Inject): readonly Row[] {
  const isQuoted = audience !== 'facilitator_reads';
  const other = if_already?.body;
  return [
    ...(isQuoted && !isLinedUp(body) ? [['They read', flowing(body)] as const] : []),
    ...(isQuoted && other && !isLinedUp(other) ? [['Other text', flowing(other)] as const] : []),
    ...(notes ? [['Watch for', notes.trim()] as const] : []),
  ];
}

function decisionRows(pack: Pack, { id, decision }: Inject): readonly Row[] {
  if (!decision) return [];
  return [
    ['Decision', [{ bold: decision.question }]],
    ['Who', `${ownerWords(decision)} · within ${minutesWords(decision.target_min)} · ${cardOf(pack, id)}`],
    ['Options', { lines: decision.options.map((words) => ({ words: `– ${words}` })) }],
    ...(decision.if_no_decision ? [['If nobody does', decision.if_no_decision.trim()] as const] : []),
  ];
}

function ownerWords({ owner, delegate, escalate }: Decision): string {
  const more = [
    ...(delegate ? [`may delegate to ${roleNames[delegate]}`] : []),
    ...(escalate ? [`escalates to ${roleNames[escalate]}`] : []),
  ];
  return [roleNames[owner], ...more].join(', ');
}

function questionRows({ ask, branch }: Inject): readonly Row[] {
  return [
    ...(ask.length > 0 ? [['Ask', { lines: ask.map((words) => ({ words: `– ${words}` })) }] as const] : []),
    ...branch.map(({ if: cue, goto }) => ['If', `${cue.trim()}: consider ${goto}`] as const),
  ];
}

function referenceRows({ setup }: Pack, { runbook, clock_trigger, decision }: Inject): readonly Row[] {
  const { profile } = setup.organisation;
  const books = runbook.map((id) => `${id} ${titleOfRunbook(id, setup) ?? ''}`.trim());
  const clocks = [...clock_trigger, ...(decision?.clock_trigger ?? [])]
    .filter((clock) => appliesByProfile(clock, profile))
    .map((clock) => findLegalClock(clock)?.name ?? clock);
  return [
    ...(clocks.length > 0 ? [['Clocks', `${clocks.join('; ')}. An exercise aid, not legal advice.`] as const] : []),
    ...(books.length > 0 ? [['Runbooks', books.join('; ')] as const] : []),
  ];
}
