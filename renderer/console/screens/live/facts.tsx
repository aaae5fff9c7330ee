import type { ConsoleFact, ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { countPromised } from '#core/exercise/views/list-questions.ts';
import s from './facts.module.css';
import { isFolded } from './is-folded.ts';
import { useLive } from './live-context.tsx';
import { classes } from './words.ts';

/** What the script tells only when asked: every question readable, one answer open at a time. */
export function Facts({ inject }: { readonly inject: ConsoleInject }) {
  const { cover, start, open, state } = useLive('cover', 'start', 'open', 'state');
  if (isFolded(cover, inject)) return null;
  const promised = countPromised(state);
  return (
    <section className={s.block}>
      <h3>
        Held-back facts <span className="tiny quiet">only when asked</span>
      </h3>
      {inject.facts.map((fact) => (
        <Fact key={fact.asked} fact={fact} inject={inject} />
      ))}
      <div className={classes(s.fact, s.others)}>
        <button type="button" className="link" onClick={() => start('question', inject.inject)}>
          Another question…
        </button>
        <button type="button" className="link" onClick={() => open({ kind: 'questions' })}>
          {promised > 0 ? `All questions, ${promised} promised` : 'All questions'}
        </button>
      </div>
    </section>
  );
}

function Fact({ fact, inject }: { readonly fact: ConsoleFact; readonly inject: ConsoleInject }) {
  const { asked, answer, askedMinute, how } = fact;
  return (
    <details name="held-back" data-asked={asked} className={classes(s.fact, askedMinute !== null && s.given)}>
      <summary>
        {asked}
        {askedMinute !== null && <span className="tiny"> T+{askedMinute}</span>}
      </summary>
      <div className="quiet">{answer}</div>
      {how && <div className="tiny">{how}</div>}
      <Taps asked={asked} inject={inject} />
    </details>
  );
}

function Taps({ asked, inject }: { readonly asked: string; readonly inject: ConsoleInject }) {
  const { give, start, pressM } = useLive('give', 'start', 'pressM');
  const tap = (answer: string, to_room: boolean) => {
    void give({ type: 'record_question', question: asked, inject: inject.inject, answer, to_room }, pressM());
  };
  return (
    <div className={s.taps}>
      <button type="button" className="link" onClick={() => tap('held_back', false)}>
        Asked and answered
      </button>
      {inject.onlyFor === null && inject.isReleased && (
        <button type="button" className="link" onClick={() => tap('held_back', true)}>
          Answer in the room
        </button>
      )}
      <button type="button" className="link" onClick={() => tap('unknown', false)}>
        Nobody knows yet
      </button>
      <button type="button" className="link" onClick={() => tap('promised', false)}>
        Promised
      </button>
      <button type="button" className="link" onClick={() => start('question', inject.inject, { question: asked })}>
        Type an answer…
      </button>
    </div>
  );
}
