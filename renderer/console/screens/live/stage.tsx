import { useEffect, useRef } from 'react';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { listNext } from '#core/exercise/views/console-view-order.ts';
import { ActionsList } from './actions-list.tsx';
import { Cue, Folded } from './cue.tsx';
import { OpenDecisions, OwnDecision } from './decisions.tsx';
import { Facts } from './facts.tsx';
import { useLive } from './live-context.tsx';
import { Monitor } from './monitor.tsx';
import { RoomTools } from './room-tools.tsx';
import s from './stage.module.css';
import { useFocusInView } from './use-focus-in-view.ts';

/** Left: what the room sees and what to do about it. Right: what to say, beside it as a speaker has it. */
export function Stage() {
  const { state, selected } = useLive('state', 'selected');
  const inject = selected === null ? null : consoleInject(state, selected);
  const place = useRef<HTMLElement>(null);
  const mirror = useRef<HTMLElement>(null);
  useFocusInView(place, mirror);
  useEffect(() => {
    if (selected !== null) place.current?.scrollTo({ top: 0 });
  }, [selected]);
  return (
    <main className={s.stage} ref={place}>
      <div className={s.column}>
        <Monitor place={mirror} />
        <RoomTools />
        <OwnDecision inject={inject} />
        <OpenDecisions inject={inject} />
        <ActionsList inject={inject} />
      </div>
      <div className={s.column}>
        {inject ? <Cue inject={inject} /> : <Beginning />}
        {inject && <Facts inject={inject} />}
      </div>
    </main>
  );
}

function Beginning() {
  const { rows, cover, answerShown } = useLive('rows', 'cover', 'answerShown');
  const isEmpty = listNext(rows).length === 0;
  return (
    <section className={s.cue}>
      <h2>Nothing released yet</h2>
      <p className="small quiet">
        The room sees the welcome.{' '}
        {isEmpty
          ? 'Every inject is left out. Choose one at the left and press R to release it all the same, or improvise below.'
          : 'Choose an inject at the left to read it, or press R for the first one.'}
      </p>
      {cover === 'all' && <Folded onShow={() => answerShown('no')} />}
    </section>
  );
}
