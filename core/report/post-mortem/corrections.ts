import type { SavedEvent } from '../../exercise/events.ts';
import { eventAt, listLog } from '../../exercise/log.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import { listStanding } from '../../exercise/state.ts';
import { idOf } from '../../exercise/topics.ts';
import { dayOf, longDate } from '../../local-time.ts';
import { isSigning } from '../../review/signatures.ts';
import { checkText } from '../../review/wording/check-text.ts';
import { namesOf } from '../../review/wording/list-wording.ts';
import { describeEvent } from '../describe-event.ts';
import type { Block } from '../document.ts';
import type { Facts } from '../facts.ts';
import { capitalise, cutAtWord, plain, sentence } from '../term-words.ts';

/** What was corrected after play, why later versions were opened, and what came into them; nothing when nothing was. */
export function writeCorrections(facts: Facts): readonly Block[] {
  const { state, setup } = facts;
  const endM = findEndM(state);
  const log = listLog(state.log);
  const opened = log.find(({ type }) => type === 'revision_opened')?.seq ?? Number.POSITIVE_INFINITY;
  const standing = new Map(listStanding(state).map((event) => [event.seq, event]));
  const points = log.flatMap((event): readonly Block[] => {
    const isCorrection = event.m > endM && (event.type === 'entry_amended' || event.type === 'entry_withdrawn');
    const added =
      event.seq > opened && !saysNothingNew.has(event.type) && !isSigning(event) ? standing.get(event.seq) : undefined;
    if (!isCorrection && event.type !== 'revision_opened' && !added) return [];
    const on = longDate(dayOf(event.t, setup.organisation.time_zone));
    const told = added ? tellAdded(facts, added) : tell(facts, event);
    return [{ is: 'point', words: [{ bold: `${on}. ` }, sentence(told)] }];
  });
  return points.length === 0 ? [] : [{ is: 'section', number: 12, text: 'Corrections' }, ...points];
}

/** Told elsewhere, or nothing that a reader of the version before would find changed. */
const saysNothingNew: ReadonlySet<SavedEvent['type']> = new Set<SavedEvent['type']>([
  'revision_opened',
  'entry_amended',
  'entry_withdrawn',
  'undone',
  'wording_acknowledged',
]);

/** What takes the place of something says of what. */
function tellAdded({ state, registerIdOf }: Facts, event: SavedEvent): string {
  const before = listStanding(state).findLast((other) => other.seq < event.seq && isReplacedBy(other, event));
  const quote = quoteBefore(state, event);
  if (event.type === 'objective_rated') {
    const was = before?.type === 'objective_rated' ? ` instead of ${before.data.rating}` : '';
    return `${event.data.objective} is rated ${event.data.rating}${was}${event.data.reason ? `: ${event.data.reason}` : ''}`;
  }
  if (event.type === 'if_real_written') {
    const was = before ? quoteBefore(state, before) : null;
    const now = `“If this had been real” now reads ${quote ?? 'otherwise'}`;
    return was === null ? now : `${now}, before: ${was}`;
  }
  const id = idOf(event);
  const what = [
    `${capitalise(plain(event.type))}${id ? ` ${registerIdOf(id)}` : ''}`,
    ...(quote === null ? [] : [quote]),
  ].join(', ');
  return `${what}, ${before ? 'took the place of what stood there' : 'was added'}`;
}

function isReplacedBy(one: SavedEvent, other: SavedEvent): boolean {
  if (one.type === 'objective_rated' && other.type === 'objective_rated')
    return one.data.objective === other.data.objective;
  if (one.type === 'management_response_recorded' && other.type === 'management_response_recorded')
    return one.data.gap === other.data.gap;
  return one.type === 'if_real_written' && other.type === 'if_real_written';
}

const longest = 90;

/** What was corrected in its own words, then how: places in the journal mean nothing to a reader. */
function tell({ state, registerIdOf }: Facts, event: SavedEvent): string {
  const { log, scenario } = state;
  const of = 'of' in event.data ? eventAt(log, event.data.of) : undefined;
  if (!of) return describeEvent(event, scenario).text;
  const id = idOf(of);
  const told = quoteBefore(state, of);
  const what = [
    `${capitalise(plain(of.type))}${id ? ` ${registerIdOf(id)}` : ''}`,
    ...(told === null ? [] : [told]),
  ].join(', ');
  if (event.type === 'entry_withdrawn') return `${what}, was withdrawn: ${event.data.reason}`;
  const changed = event.type === 'entry_amended' ? Object.entries(event.data.with) : [];
  const now = changed.map(([field, value]) => {
    if (value === null) return `${plain(field)} taken out`;
    if (typeof value !== 'string') return `${plain(field)} changed`;
    return `${plain(field)} now “${value}”`;
  });
  return `${what}, was corrected: ${now.join('; ')}`;
}

/** null: it was corrected because it blamed or named somebody, so it is not printed again. */
function quoteBefore(state: Facts['state'], of: SavedEvent): string | null {
  const { text } = describeEvent(of, state.scenario);
  const isToForget = checkText(text, 'body', namesOf(state)).some(({ level }) => level === 'error');
  return isToForget ? null : `“${cutAtWord(text, longest)}”`;
}
