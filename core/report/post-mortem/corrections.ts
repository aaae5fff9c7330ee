import type { SavedEvent } from '../../exercise/events.ts';
import { eventAt, listLog } from '../../exercise/log.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import { idOf } from '../../exercise/topics.ts';
import { dayOf, longDate } from '../../local-time.ts';
import { checkText } from '../../review/wording/check-text.ts';
import { namesOf } from '../../review/wording/list-wording.ts';
import { describeEvent } from '../describe-event.ts';
import type { Block } from '../document.ts';
import type { Facts } from '../facts.ts';
import { capitalise, cutAtWord, plain, sentence } from '../term-words.ts';

/** What was corrected after play, and why later versions were opened; nothing when nothing was. */
export function writeCorrections({ state, setup }: Facts): readonly Block[] {
  const endM = findEndM(state);
  const points = listLog(state.log).flatMap((event): readonly Block[] => {
    const isCorrection = event.m > endM && (event.type === 'entry_amended' || event.type === 'entry_withdrawn');
    if (!isCorrection && event.type !== 'revision_opened') return [];
    const on = longDate(dayOf(event.t, setup.organisation.time_zone));
    return [{ is: 'point', words: [{ bold: `${on}. ` }, sentence(tell(state, event))] }];
  });
  return points.length === 0 ? [] : [{ is: 'section', number: 12, text: 'Corrections' }, ...points];
}

const longest = 90;

/** What was corrected in its own words, then how: places in the journal mean nothing to a reader. */
function tell(state: Facts['state'], event: SavedEvent): string {
  const { log, scenario } = state;
  const of = 'of' in event.data ? eventAt(log, event.data.of) : undefined;
  if (!of) return describeEvent(event, scenario).text;
  const id = idOf(of);
  const told = quoteBefore(state, of);
  const what = [`${capitalise(plain(of.type))}${id ? ` ${id}` : ''}`, ...(told === null ? [] : [told])].join(', ');
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
