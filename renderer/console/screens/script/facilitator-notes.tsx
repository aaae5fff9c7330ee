import { roleNames } from '#core/report/term-words.ts';
import type { Inject } from '#core/scenario/schema.ts';
import styles from './script.module.css';

/** What only the facilitator has: notes, expected actions, the decision, held-back facts, questions. */
export function FacilitatorNotes({ inject }: { readonly inject: Inject }) {
  const { notes, expect, held_back, decision, ask, title } = inject;
  return (
    <details className={styles.artefact}>
      <summary>
        Your notes and the answers<span className="sr">: {title}</span>
      </summary>
      <div className={styles.notes}>
        {notes && (
          <p>
            <bdi>{notes}</bdi>
          </p>
        )}
        {expect.length > 0 && (
          <>
            <h4 className="label">Expected</h4>
            <ul className={styles.expected}>
              {expect.map(({ id, do: does, by, min }) => (
                <li key={id}>
                  <bdi>{does}</bdi>
                  <span className="tiny quiet">
                    {roleNames[by]}, {min} min
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {decision && <DecisionWords decision={decision} />}
        {held_back.length > 0 && (
          <>
            <h4 className="label">Only when asked</h4>
            <dl className={styles.facts}>
              {held_back.map(({ asked, answer }) => (
                <div key={asked}>
                  <dt>
                    <bdi>{asked}</bdi>
                  </dt>
                  <dd>
                    <bdi>{answer}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <Asked questions={ask} />
      </div>
    </details>
  );
}

function DecisionWords({ decision }: { readonly decision: NonNullable<Inject['decision']> }) {
  const { id, question, owner, options, target_min, if_no_decision } = decision;
  return (
    <>
      <h4 className="label">
        Decision {id}, {roleNames[owner]}, {target_min} min
      </h4>
      <p className="strong">
        <bdi>{question}</bdi>
      </p>
      <ul className={styles.lines}>
        {options.map((option) => (
          <li key={option}>
            <bdi>{option}</bdi>
          </li>
        ))}
      </ul>
      {if_no_decision && (
        <p>
          <b>Without a decision:</b> <bdi>{if_no_decision}</bdi>
        </p>
      )}
    </>
  );
}

function Asked({ questions }: { readonly questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h4 className="label">Ask</h4>
      <ul className={styles.lines}>
        {questions.map((question) => (
          <li key={question}>
            <bdi>{question}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
