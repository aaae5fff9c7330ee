import { useCallback, useMemo } from 'react';
import type { ExerciseLine, Programme as Loaded, ScriptLine } from '#contract/programme.ts';
import { longDay } from '#core/local-time.ts';
import { goesOn, isAhead, pairWithLatest, sortNewestFirst } from '#core/plan/programme-cards.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { type Requested, useRequest } from '../../../state/use-request.ts';
import { Frame, type Neighbours } from '../../frame.tsx';
import { KeptIn } from '../backup/kept-in.tsx';
import { HeldList } from './held-list.tsx';
import { OpenActions } from './open-actions.tsx';
import styles from './programme.module.css';
import { QuarterCard } from './quarter-card.tsx';
import { ReturnedGaps } from './returned-gaps.tsx';
import { ThisMonth } from './this-month.tsx';
import { Tour } from './tour.tsx';
import { UnderWay } from './under-way.tsx';
import { useDoing } from './use-doing.ts';
import { useTour } from './use-tour.ts';
import { SampleAgain, Welcome } from './welcome.tsx';

/** Home: the year as its quarters, and everything that was held. */
export function Programme() {
  const bridge = useBridge();
  const programme = useRequest(useCallback(() => bridge.load_programme({}), [bridge]));
  return (
    <Frame at="programme" neighbours={underWayIn(programme)}>
      {programme.at === 'loading' && <p role="status">Reading the workspace…</p>}
      {programme.at === 'failed' && (
        <>
          <PageHead label="Muster" title="Programme" />
          <ProblemNotice problem={programme.problem} takesFocus>
            <p className={styles.again}>
              <button type="button" className="button" onClick={programme.again}>
                Try again
              </button>
            </p>
          </ProblemNotice>
        </>
      )}
      {programme.at === 'there' && <Year programme={programme.value} />}
    </Frame>
  );
}

/** The way back to the console, wherever one went meanwhile. */
function underWayIn(programme: Requested<Loaded>): Neighbours {
  const going = programme.at === 'there' ? programme.value.exercises.find(goesOn) : undefined;
  return going ? { exercise: going.exercise, script: going.script, isRunning: true } : {};
}

/** The planned quarter whose day comes first. */
function findFirst(cards: ReturnType<typeof pairWithLatest<ScriptLine, ExerciseLine>>): string | null {
  const planned = cards.filter(({ script, latest }) => script.trouble === null && isAhead(script, latest));
  const dayOf = ({ plan }: ScriptLine) => plan?.startsOn ?? '9999';
  return planned.toSorted((a, b) => dayOf(a.script).localeCompare(dayOf(b.script)))[0]?.script.script ?? null;
}

/** Before the first exercise there is nothing to count; a register that cannot be read is no nothing. */
const hasPast = ({ exercises, openActions: { own } }: Loaded) => exercises.length > 0 || own?.length !== 0;

function Year({ programme }: { readonly programme: Loaded }) {
  const { scripts, exercises, openActions, returnedGaps, notices, today, workspace } = programme;
  const cards = useMemo(() => pairWithLatest(scripts, exercises), [scripts, exercises]);
  const doing = useDoing(today);
  const tour = useTour(programme.isTourNew);
  const underWay = exercises.filter(goesOn);
  const isFirstRun = exercises.every(({ isSample }) => isSample) && underWay.length === 0;
  const first = underWay.length === 0 && !isFirstRun ? findFirst(cards) : null;
  return (
    <>
      <PageHead label={longDay(today)} title={`Programme ${today.slice(0, 4)}`}>
        <button
          ref={tour.opener}
          type="button"
          className="button plain"
          aria-expanded={tour.isOpen}
          onClick={tour.toggle}
        >
          Take the tour
        </button>
      </PageHead>
      {doing.problem && <ProblemNotice problem={doing.problem} takesFocus />}
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      {underWay.length > 0 && <UnderWay exercises={underWay} />}
      {tour.isOpen && <Tour isAsked={tour.isAsked} onLeave={tour.leave} />}
      {isFirstRun && <Welcome scripts={scripts} doing={doing} />}
      {cards.length === 0 ? (
        <p className={styles.empty}>
          There is no scenario script here. Put one into the folder “scenarios” and open this page again.
        </p>
      ) : (
        <div className={styles.quarters}>
          {cards.map(({ script, latest }) => (
            <QuarterCard key={script.script} {...{ script, latest, today, doing }} isFirst={script.script === first} />
          ))}
        </div>
      )}
      {hasPast(programme) && (
        <div className={styles.two}>
          <OpenActions {...openActions} today={today} />
          <ReturnedGaps {...returnedGaps} />
        </div>
      )}
      <ThisMonth />
      <HeldList exercises={sortNewestFirst(exercises)} />
      {!isFirstRun && <SampleAgain scripts={scripts} doing={doing} />}
      <KeptIn workspace={workspace} />
    </>
  );
}
