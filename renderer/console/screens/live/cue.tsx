import type { ConsoleBranch, ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { channelNames } from '#core/report/term-words.ts';
import { CueActs } from './cue-acts.tsx';
import { isFolded } from './is-folded.ts';
import { useLive } from './live-context.tsx';
import s from './stage.module.css';
import { roleList } from './words.ts';

/** The inject that is looked at: its title, what to say and what to ask. */
export function Cue({ inject }: { readonly inject: ConsoleInject }) {
  const { cover, start, answerShown } = useLive('cover', 'start', 'answerShown');
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
      <h2>{folded ? (isReleased ? 'In the room' : 'Next inject') : title}</h2>
      <p className={`tiny quiet ${s.where}`}>{roles.length > 0 ? `For ${roleList(roles)}` : ''}</p>
      <CueActs inject={inject} />
      {folded ? <Folded onShow={cover === 'all' ? () => answerShown('no') : null} /> : <Words inject={inject} />}
    </section>
  );
}

/** `onShow` is null for somebody who also plays: that cannot be changed here. */
export function Folded({ onShow }: { readonly onShow: (() => void) | null }) {
  return (
    <div className={s.saying}>
      <p className="quiet">
        {onShow
          ? 'The room can see this screen, so titles, notes, expected actions, answers and the feed are hidden.'
          : 'You also play, so the title, notes, expected actions and answers stay folded until you release it.'}
      </p>
      {onShow && (
        <button type="button" className="button small" onClick={onShow}>
          Only I see this screen: show them
        </button>
      )}
    </div>
  );
}

function Words({
  inject: { notes, questions, branches, isReleased, shown, alreadyWhen, isReadAloud },
}: {
  readonly inject: ConsoleInject;
}) {
  const { answerShown } = useLive('answerShown');
  return (
    <>
      <p className={`tiny quiet ${s.sender}`}>
        From <bdi>{shown.from}</bdi>, to <bdi>{shown.to}</bdi>
      </p>
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
          <div className="label">
            Notes for you
            <button type="button" className="link" onClick={() => answerShown('yes')}>
              Hide notes
            </button>
          </div>
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
      {branches.length > 0 && <Branches branches={branches} />}
      {!isReleased && alreadyWhen !== null && (
        <div className={s.saying}>
          <div className="label">Already done, if</div>
          <p>{alreadyWhen}</p>
        </div>
      )}
    </>
  );
}

/** Suggested by the script, and never done by itself. */
function Branches({ branches }: { readonly branches: readonly ConsoleBranch[] }) {
  const { open } = useLive('open');
  return (
    <div className={s.saying}>
      <div className="label">If the room does this</div>
      <ul>
        {branches.map(({ when, inject, title, isReleased }) => (
          <li key={`${inject} ${when}`}>
            {when}:{' '}
            {isReleased ? (
              <span className="quiet">{title}, released</span>
            ) : (
              <button
                type="button"
                className="link"
                onClick={() => open({ kind: 'preview', inject, isAlreadyDone: false })}
              >
                {title}…
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
