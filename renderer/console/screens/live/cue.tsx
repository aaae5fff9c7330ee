import type { ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { channelNames } from '#core/report/term-words.ts';
import { CueActs } from './cue-acts.tsx';
import { isFolded } from './is-folded.ts';
import { useLive } from './live-context.tsx';
import s from './stage.module.css';
import { roleList } from './words.ts';

/** The inject that is looked at: its title, what to say and what to ask. */
export function Cue({ inject }: { readonly inject: ConsoleInject }) {
  const { cover, start } = useLive('cover', 'start');
  const folded = isFolded(cover, inject);
  const { title, runbooks, roles, isReleased } = inject;
  const name =
    inject.inject === title ? channelNames[inject.channel] : `${inject.inject}, ${channelNames[inject.channel]}`;
  return (
    <section className={s.cue} aria-label="The inject">
      <div className="label">
        <span>{name}</span>
        <span className={s.books}>
          {!folded &&
            runbooks.map(({ id, title: book }) => (
              <button
                key={id}
                type="button"
                className="link"
                title={book ?? undefined}
                onClick={() => start('runbook-change', id)}
              >
                {id}
              </button>
            ))}
        </span>
      </div>
      <h2>{folded && !isReleased ? 'Next inject' : title}</h2>
      <p className={`tiny quiet ${s.where}`}>{roles.length > 0 ? `For ${roleList(roles)}` : ''}</p>
      <CueActs inject={inject} />
      {folded ? <Folded isBoth={cover === 'coming'} /> : <Words inject={inject} />}
    </section>
  );
}

function Folded({ isBoth }: { readonly isBoth: boolean }) {
  return (
    <div className={s.saying}>
      <p className="quiet">
        {isBoth
          ? 'You also play, so the title, notes, expected actions and answers stay folded until you release it.'
          : 'The room can see this screen, so notes, expected actions and answers stay folded.'}
      </p>
    </div>
  );
}

function Words({
  inject: { notes, questions, isReleased, shown, alreadyWhen, isReadAloud },
}: {
  readonly inject: ConsoleInject;
}) {
  return (
    <>
      {!isReleased && (
        <div className={s.saying}>
          <div className="label">To come, not yet in the room</div>
          <p className={s.body}>{shown.body}</p>
        </div>
      )}
      {isReleased && isReadAloud && (
        <div className={s.saying}>
          <div className="label">You read it aloud</div>
          <p className={s.body}>{shown.body}</p>
        </div>
      )}
      {notes !== null && (
        <div className={s.saying}>
          <div className="label">Notes for you</div>
          <p>{notes}</p>
        </div>
      )}
      {questions.length > 0 && (
        <div className={s.saying}>
          <div className="label">Ask the room</div>
          <ul>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
      {!isReleased && alreadyWhen !== null && (
        <div className={s.saying}>
          <div className="label">Already done, if</div>
          <p>{alreadyWhen}</p>
        </div>
      )}
    </>
  );
}
