import { useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { GoingOn } from '#contract/console-answers.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { listStartConcerns } from '#core/plan/start-concerns.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { SaveLine } from '../../../parts/save-line.tsx';
import { useBridge, useHasRoom } from '../../../state/use-application.tsx';
import { useGoing } from '../../../state/use-going.ts';
import { openRoom } from '../../open-room.ts';
import styles from './plan.module.css';
import { type Around, readinessOf } from './readiness-of.ts';
import { StartQuestion } from './start-question.tsx';
import type { PlanEditing } from './use-plan.ts';

type Props = {
  readonly editing: PlanEditing;
  readonly around: Around;
  readonly isStartAsked: boolean;
  readonly label: string;
};

export function StartPanel({ editing, around, isStartAsked, label }: Props) {
  const { scenario, saving, wrong, script } = editing;
  const concerns = useConcerns(editing, around);
  const { going, again } = useGoing();
  const first = going ? [] : concerns; // there is nothing to ask while it cannot start
  const { isStarting, isAsked, refused, start, leave } = useStart(editing, first, isStartAsked);
  const [told, tell] = useState<string | null>(null);
  const bridge = useBridge();
  const hasRoom = useHasRoom();
  const button = useRef<HTMLButtonElement>(null);
  const open = readinessOf(editing, around).filter(({ isReady }) => !isReady).length;
  async function saveAgain() {
    if (await editing.flush()) button.current?.focus(); // what said so is gone
  }
  return (
    <>
      <PageHead label={label} title={`Plan: ${scenario.title}`} takesFocus>
        <SaveLine saving={saving} wrong={wrong} />
        <a className="button plain" href={`#/script/${script}`}>
          Read the script
        </a>
        <span className="tiny quiet">{open === 0 ? 'All ready' : `${open} still open`}</span>
        <button
          ref={button}
          type="button"
          className={going ? 'button' : 'button primary'}
          disabled={isStarting}
          onClick={() => void start().then(() => again?.())}
        >
          {isStarting ? 'Starting…' : 'Start in the room'}
        </button>
      </PageHead>
      {isAsked && first.length > 0 && (
        <StartQuestion
          concerns={first}
          onOpenRoom={hasRoom ? null : () => void openRoom(bridge, tell)}
          onStart={() => void start()}
          onLeave={() => {
            leave();
            button.current?.focus();
          }}
        />
      )}
      {told && <Notice>{told}</Notice>}
      {refused && <ProblemNotice problem={refused} takesFocus />}
      {going && <UnderWay going={going} />}
      {editing.problem && !refused && (
        <ProblemNotice problem={editing.problem}>
          <p className={styles.again}>
            <button type="button" className="button" onClick={() => void saveAgain()}>
              Save again
            </button>
          </p>
        </ProblemNotice>
      )}
    </>
  );
}

function UnderWay({ going: { exercise, title } }: { readonly going: GoingOn }) {
  return (
    <Notice>
      <p>
        <b>
          <bdi>{title}</bdi> is under way.
        </b>{' '}
        Only one exercise can be: this one starts once you have ended it, or its sitting for today.
      </p>
      <p className={styles.again}>
        <a className="button primary" href={`#/live/${exercise}`}>
          Open its console
        </a>
      </p>
    </Notice>
  );
}

function useConcerns({ scenario, form }: PlanEditing, { today }: Around): readonly string[] {
  const hasRoom = useHasRoom();
  return listStartConcerns(scenario, form, { today, hasRoom });
}

/** Where there is something to hear first, the first press asks and the second starts. */
function useStart({ script, flush, wrong }: PlanEditing, concerns: readonly string[], isStartAsked: boolean) {
  const bridge = useBridge();
  const [, go] = useHashLocation();
  const [isStarting, setStarting] = useState(false);
  const [isAsked, setAsked] = useState(isStartAsked);
  const [refused, setRefused] = useState<Problem | null>(null);
  async function start() {
    if (wrong > 0) return setRefused({ ...unclear });
    if (concerns.length > 0 && !isAsked) return setAsked(true);
    setAsked(false);
    setStarting(true);
    const isSaved = await flush();
    const started = isSaved
      ? await bridge.start_exercise({ script }).catch((): Outcome<never> => ({ ok: false, problem: unsaved }))
      : ({ ok: false, problem: unsaved } as const);
    setStarting(false);
    if (started.ok) return go(`/live/${started.value.exercise}`);
    setRefused(started.problem);
  }
  return { isStarting, isAsked, refused, start, leave: () => setAsked(false) };
}

const unclear: Problem = {
  code: 'field_problems',
  message: 'Not started: a field below holds something that cannot be used.',
  hint: 'It is marked, and says what to write. Put it right and press Start again.',
};
const unsaved: Problem = {
  code: 'not_saved',
  message: 'Not started: the plan could not be saved first.',
  hint: 'What you typed is still here. Wait a moment and press Start again.',
};
