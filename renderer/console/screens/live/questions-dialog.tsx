import { type FormEvent, useState } from 'react';
import { type LoggedQuestion, listQuestions } from '#core/exercise/views/list-questions.ts';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import q from './questions.module.css';
import { roleName } from './words.ts';

/** What the room asked, and what it was promised: answered here when the answer comes. */
export function QuestionsDialog() {
  const { state, cover, close, start } = useLive('state', 'cover', 'close', 'start');
  const questions = listQuestions(state);
  return (
    <Dialog title="Questions from the room" onClose={close} isWide>
      {cover === 'all' ? (
        <p className="quiet">The room sees this screen, so its answers are hidden.</p>
      ) : (
        <ul className={q.list}>
          {questions.map((question) => (
            <Question key={question.seq} question={question} />
          ))}
        </ul>
      )}
      {questions.length === 0 && <p className="quiet">Nobody has asked anything so far.</p>}
      <div className={s.foot}>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            close();
            start('question');
          }}
        >
          Record a question…
        </button>
      </div>
    </Dialog>
  );
}

const statusWords = {
  open: 'No answer yet',
  unknown: 'Nobody knows yet',
  promised: 'Promised to come back',
  answered: 'Answered',
} as const;

function Question({ question: asked }: { readonly question: LoggedQuestion }) {
  const { seq, minute, question, by, status, answer } = asked;
  return (
    <li className={q.question}>
      <span className="num quiet">T+{minute}</span>
      <div>
        <p>
          <bdi className="strong">{question}</bdi> {by && <span className="quiet">{roleName(by)}</span>}
        </p>
        {answer !== null && <p>{answer}</p>}
        {status !== 'answered' && <Answer seq={seq} about={question} />}
      </div>
      <span className={status === 'promised' ? 'state warn' : 'quiet'}>{statusWords[status]}</span>
    </li>
  );
}

/** The record keeps that it had no answer before. */
function Answer({ seq, about }: { readonly seq: number; readonly about: string }) {
  const { give, pressM } = useLive('give', 'pressM');
  const [text, setText] = useState('');
  async function answer(event: FormEvent) {
    event.preventDefault();
    const words = text.trim();
    if (words !== '' && (await give({ type: 'amend_entry', of: seq, with: { answer: words } }, pressM()))) setText('');
  }
  return (
    <form className={q.answer} onSubmit={answer}>
      <input
        className="field"
        type="text"
        autoComplete="off"
        aria-label={`Answer to: ${about}`}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" className="button small">
        Answered
      </button>
    </form>
  );
}
