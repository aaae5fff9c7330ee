import { listStandingOf } from '#core/exercise/state.ts';
import { furtherQuestions, hotWashQuestions } from '#core/review/hot-wash.ts';
import { type FeedRow, listFeed } from '#core/review/list-feed.ts';
import { AmendForm } from '../amend-form.tsx';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { ReadBack } from './read-back.tsx';

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
            <Parked key={row.seq} row={row} />
          ))}
        </ul>
      </section>
      <ReadBack />
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

/** Nothing but who takes it: its words are changed under Open items. */
function Parked({ row: { seq, mark, id, text } }: { readonly row: FeedRow }) {
  return (
    <li className={css.entry} id={`at-${id}`} tabIndex={-1}>
      <div className={css.entryLine}>
        <span className="kind P">
          <span aria-hidden="true">P</span>
          <span className="sr">Parked</span>
        </span>
        <span className="tiny faint num">{mark}</span>
        <div className={css.entryText}>
          <bdi>{text}</bdi>
        </div>
      </div>
      <AmendForm seq={seq} saveLabel="Note who takes it" layout={(draw) => draw.field('by')} />
    </li>
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
