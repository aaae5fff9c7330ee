import type { ExerciseState } from '#core/exercise/state.ts';
import { listDecisions } from '#core/exercise/views/console-view-decisions.ts';
import type { ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { findInject } from '#core/scenario/find-inject.ts';
import { DecisionCard } from './decision-card.tsx';
import s from './facts.module.css';
import { useLive } from './live-context.tsx';
import { classes, minutesSeconds } from './words.ts';

/** The decision of the inject that is looked at, whole. */
export function OwnDecision({ inject }: { readonly inject: ConsoleInject | null }) {
  const { state, nowM, cover } = useLive('state', 'nowM', 'cover');
  const own = ownDecision(state, inject);
  const decision = listDecisions(state, nowM).find(({ id }) => id === own);
  return decision ? <DecisionCard key={decision.id} decision={decision} isCovered={cover === 'all'} /> : null;
}

/** A line each: what was asked with earlier injects, or beyond the script, and is still open. */
export function OpenDecisions({ inject }: { readonly inject: ConsoleInject | null }) {
  const { state, nowM, open, cover } = useLive('state', 'nowM', 'open', 'cover');
  const own = ownDecision(state, inject);
  const earlier = listDecisions(state, nowM).filter(({ id, made }) => !made && id !== own);
  if (earlier.length === 0) return null;
  return (
    <section className={s.block}>
      <h3>
        Decisions still open <span className="tiny quiet">{earlier.length}</span>
      </h3>
      {earlier.map(({ id, question: asked, openSeconds, targetMinutes, isOpenInRoom }) => {
        const question = cover === 'all' && !isOpenInRoom ? `Decision ${id}` : asked;
        const isOver = targetMinutes !== null && openSeconds > targetMinutes * 60;
        return (
          <div key={id} className={classes(s.line, s.earlier, s.asked)}>
            <button
              type="button"
              className={classes('link', s.do)}
              title={question}
              onClick={() => open({ kind: 'menu', title: question, ids: decisionActIds, about: id })}
            >
              {question}
            </button>
            <span className={classes('tiny', isOver ? 'warn strong' : 'quiet')}>{minutesSeconds(openSeconds)}</span>
          </div>
        );
      })}
    </section>
  );
}

const decisionActIds = ['record-decision', 'open-decision', 'show-options'];

function ownDecision(state: ExerciseState, inject: ConsoleInject | null): string | undefined {
  return inject ? findInject(state.scenario, inject.inject)?.decision?.id : undefined;
}
