import { eventAt, listLog } from '../../exercise/log.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import { idOf } from '../../exercise/topics.ts';
import { dayOf, longDate } from '../../local-time.ts';
import { describeEvent } from '../describe-event.ts';
import type { Block } from '../document.ts';
import type { Facts } from '../facts.ts';
import { sentence } from '../term-words.ts';

/** What was corrected after play, and why later versions were opened; nothing when nothing was. */
export function writeCorrections({ state, setup }: Facts): readonly Block[] {
  const endM = findEndM(state);
  const points = listLog(state.log).flatMap((event): readonly Block[] => {
    const isCorrection = event.m > endM && (event.type === 'entry_amended' || event.type === 'entry_withdrawn');
    if (!isCorrection && event.type !== 'revision_opened') return [];
    const { text } = describeEvent(event, state.scenario);
    const on = longDate(dayOf(event.t, setup.organisation.time_zone));
    const of = 'of' in event.data ? eventAt(state.log, event.data.of) : undefined;
    const what = of ? ` (${idOf(of) ?? `entry ${of.seq}`})` : '';
    return [{ is: 'point', words: [{ bold: `${on}${what}. ` }, sentence(text)] }];
  });
  return points.length === 0 ? [] : [{ is: 'section', number: 12, text: 'Corrections' }, ...points];
}
