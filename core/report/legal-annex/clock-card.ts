import { basisWords, gradeWords, tellBasis } from '../../clocks/clock-words.ts';
import type { ClockCard, Mark } from '../../exercise/views/console-view-clocks.ts';
import { shortDayOfYear } from '../../local-time.ts';
import { type Block, type Cell, linesOf, quiet } from '../document.ts';
import { listWords, roleNames, sentence } from '../term-words.ts';

/** One row of the table at the head of the annex. */
export function rowOfClock(card: ClockCard): readonly Cell[] {
  return [
    linesOf({ words: [{ bold: card.shortName }] }, card.name !== card.shortName && quiet(card.name)),
    statusNames[card.status],
    tellDeadline(card),
    tellTime(card),
  ];
}

/** Everything the record holds about one clock. Source: spec.md A.5, "A clock card shows". */
export function cardOfClock(card: ClockCard): readonly Block[] {
  const { law, status, startedBy, runsFrom, recognised, filed, problem } = card;
  const rows: (readonly [string, Cell])[] = [
    ['Status', statusNames[status]],
    ['Trigger', startedBy ?? (runsFrom ? 'its recognition' : 'nothing in the record starts it')],
    ['Time runs from', runsFrom ? tellMark(runsFrom) : 'not known'],
    [
      'Awareness',
      recognised ? `${tellMark(recognised)}, said by ${roleOf(recognised.by)}` : 'nobody said that it runs',
    ],
    ['Deadline', problem ?? tellDeadline(card)],
    ['Used and left', tellTime(card)],
    ['Decided by', tellDecider(card)],
    [
      'Notice',
      filed
        ? `went out ${tellMark(filed)}, by ${roleOf(filed.by)}${filed.reference ? `: ${filed.reference}` : ''}`
        : 'none recorded',
    ],
  ];
  if (law?.contents) rows.push(['To be said at least', listWords(law.contents)]);
  if (law) rows.push(['Basis', linesOf({ words: tellBasis(law) }, quiet(gradeWords(law)))]);
  return [
    { is: 'subhead', text: card.name },
    { is: 'card', rows },
  ];
}

function tellDecider({ ruledOut, recognised }: ClockCard): string {
  if (ruledOut) return `${roleOf(ruledOut.by)}, ${tellMark(ruledOut)}: ${sentence(ruledOut.reason)}`;
  return recognised ? `${roleOf(recognised.by)}, that it runs` : 'nobody';
}

const statusNames: Readonly<Record<ClockCard['status'], string>> = {
  not_recognised: 'not recognised',
  recognised: 'recognised, no notice',
  not_applicable: 'ruled out',
  filed: 'recognised and filed',
};

/** Both clocks; counsel reads it a year later, and a card may stand alone. */
const tellMark = ({ storylineTime, minute }: Mark): string =>
  `${shortDayOfYear(storylineTime.slice(0, 10))}, ${storylineTime.slice(11, 16)} (T+${minute})`;

const roleOf = (by: string | null): string =>
  by === null ? 'somebody not named' : (roleNames[by as keyof typeof roleNames] ?? by); // a role of the vocabulary, or words

function tellDeadline({ time, law, status }: ClockCard): string {
  if (status === 'not_applicable') return '–';
  if (time === null) return (law && basisWords[law.unit]) ?? 'no number in law or table';
  const day = shortDayOfYear(time.deadline.slice(0, 10));
  return time.deadline.length === 10 ? `end of ${day}` : `${day}, ${time.deadline.slice(11)}`;
}

function tellTime({ time, status }: ClockCard): string {
  if (time === null) return status === 'not_applicable' ? '–' : 'no number to count';
  const used = `${hoursMinutes(Math.max(0, time.usedMinutes))} used`;
  const left = hoursMinutes(Math.abs(time.leftMinutes));
  return time.leftMinutes < 0 ? `${used}, ${left} over` : `${used}, ${left} left`;
}

/** `4 d 3 h` from three days on. */
function hoursMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
