import { listStandingOf } from '#core/exercise/state.ts';
import { ownerWords } from '#core/report/facts.ts';
import { severityNames } from '#core/report/term-words.ts';
import { furtherQuestions, hotWashQuestions, listReadBack } from '#core/review/hot-wash.ts';
import { listFeed } from '#core/review/list-feed.ts';
import { EntryRow } from '../entry-row.tsx';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** The talk right after play, from the first question to the thanks; every answer is an entry at once. */
export function HotWashStep() {
  const { state } = useReviewed();
  const parked = listFeed(state).filter(({ event }) => event.type === 'item_parked');
  const hasEnded = listStandingOf(state, 'exercise_ended').length > 0;
  return (
    <>
      <section className={css.sec}>
        <p className="small quiet">
          {`${state.scenario.hotwash_min} minutes, while everybody is still there. Ask the three questions and write one line an answer; the rest is filled in later.`}
          {hasEnded ? '' : ' Best once the exercise has ended.'}
        </p>
      </section>
      {hotWashQuestions.map((asked) => (
        <Question key={asked.verb} {...asked} />
      ))}
      <section className={css.sec}>
        <h3 className="row-title">Parking lot: who takes it?</h3>
        {parked.length === 0 ? <p className="small quiet">Nothing was parked.</p> : null}
        <ul>
          {parked.map((row) => (
            <EntryRow key={row.seq} row={row} />
          ))}
        </ul>
      </section>
      <ReadBackSection />
      <section className={css.sec}>
        <Fold title="If there is time: seven more questions">
          <ul className={css.plainList}>
            {furtherQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <NewForm
            verb="record_observation"
            about="hot wash"
            label="What they said"
            saveLabel="Write it down"
            isRepeated
            layout={(draw) => draw.rest('by')}
          />
        </Fold>
      </section>
    </>
  );
}

type QuestionProps = (typeof hotWashQuestions)[number];

function Question({ question, verb, field, answer }: QuestionProps) {
  return (
    <section className={css.sec}>
      <h3 className="row-title">{question}</h3>
      <NewForm
        verb={verb}
        about="hot wash"
        label={question}
        saveLabel={saveLabels[verb]}
        isRepeated
        layout={(draw) => draw.field(field, answer)}
      />
    </section>
  );
}

const saveLabels = {
  record_strength: 'Keep it as a strength',
  record_gap: 'Note it as a gap',
  agree_action: 'Note it as an action',
} as const;

/** Large enough to be read aloud from; strengths first. */
function ReadBackSection() {
  const { state, go } = useReviewed();
  const { strengths, gaps } = listReadBack(state);
  return (
    <section className={css.sec}>
      <h3 className="row-title">Read back, strengths first</h3>
      <h4 className="label">Strengths</h4>
      <ol className={css.readBack}>
        {strengths.map(({ strength, what, keep }) => (
          <li key={strength}>
            <bdi>{what}</bdi>
            {keep ? <p className="small quiet">Keep: {keep}</p> : null}
          </li>
        ))}
        {strengths.length === 0 ? <li className="quiet">No strength is written down yet.</li> : null}
      </ol>
      <h4 className="label">Gaps</h4>
      <ol className={css.readBack}>
        {gaps.map(({ gap, actions }) => (
          <li key={gap.gap}>
            <bdi>{gap.title}</bdi>
            <p className="small quiet">
              {[gap.gap, gap.severity ? severityNames[gap.severity] : 'no severity yet'].join(', ')}
              {': '}
              {actions.length === 0 ? 'who volunteers?' : actions.map(ownerWords).join('; ')}{' '}
              <button type="button" className="link" onClick={() => go('actions', gap.gap)}>
                Agree an action<span className="sr"> for {gap.gap}</span>
              </button>
            </p>
          </li>
        ))}
        {gaps.length === 0 ? <li className="quiet">No gap is written down.</li> : null}
      </ol>
      <p>Owners volunteer; nothing is given to somebody who is not there. Then thank everybody.</p>
    </section>
  );
}
