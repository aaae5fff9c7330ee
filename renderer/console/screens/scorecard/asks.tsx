import { shortDate } from '#core/local-time.ts';
import type { TypedAsk } from '#core/scorecard/month-draft.ts';
import { longestSentence, mostAsks } from '#core/scorecard/settings.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { SaveLine } from '../../../parts/save-line.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { OutdatedMark } from './outdated-mark.tsx';
import css from './scorecard.module.css';
import type { Drafting } from './use-draft.ts';

/** What leadership is asked for stands first, then the sentence. */
export function AsksShown({ view }: { readonly view: MonthView }) {
  return (
    <section className={css.section} aria-labelledby="asks">
      <h2 id="asks" className="section-title">
        Asks of leadership
      </h2>
      {view.asks.length === 0 ? (
        <p className={css.none}>Nothing is asked for this month.</p>
      ) : (
        <table className={`${css.table} ${css.asks} ${css.stacked}`}>
          <thead className="sr">
            <tr>
              <th scope="col">Ask</th>
              <th scope="col">Cost or effort</th>
              <th scope="col">Owner</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {view.asks.map((ask) => (
              <tr key={`${ask.what}${ask.by}`}>
                <td className={css.what}>
                  <bdi>{ask.what}</bdi>
                </td>
                <td>
                  <bdi>{ask.cost}</bdi>
                </td>
                <td>
                  <bdi>{ask.owner}</bdi>
                </td>
                <td className="num">{shortDate(ask.by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={css.sentence}>
        <bdi>{view.sentence.words}</bdi>
      </p>
    </section>
  );
}

const emptyAsk: TypedAsk = { what: '', cost: '', owner: '', by: '' };

type FormProps = { readonly drafting: Drafting; readonly view: MonthView; readonly children: React.ReactNode };

/** `children` stand beside the sentence. */
export function AsksForm({ drafting, view, children }: FormProps) {
  const { typed, change, saving } = drafting;
  const asks = typed.asks.length === 0 ? [emptyAsk] : typed.asks;
  const set = (at: number, part: Partial<TypedAsk>) =>
    change({ asks: asks.map((ask, place) => (place === at ? { ...ask, ...part } : ask)) });
  const left = longestSentence - typed.sentence.length;
  return (
    <section className={css.section} aria-labelledby="asks">
      <div className={css.sectionHead}>
        <h2 id="asks" className="section-title">
          Asks of leadership
        </h2>
        <SaveLine saving={saving} />
      </div>
      <ol className={css.askList}>
        {asks.map((ask, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an ask is its place
          <li key={at} className={css.ask}>
            <TextField label={`Ask ${at + 1}`} value={ask.what} onChange={(what) => set(at, { what })} />
            <TextField label="Cost or effort" value={ask.cost} onChange={(cost) => set(at, { cost })} />
            <TextField label="Owner" value={ask.owner} onChange={(owner) => set(at, { owner })} />
            <DayField label="By" day={ask.by} onChange={(by) => set(at, { by })} />
            <button
              type="button"
              className="button plain"
              onClick={() => change({ asks: asks.filter((_, place) => place !== at) })}
            >
              Take out<span className="sr"> ask {at + 1}</span>
            </button>
            <OutdatedMark field={at} drafting={drafting} view={view} />
          </li>
        ))}
      </ol>
      {asks.length < mostAsks && (
        <button type="button" className="link" onClick={() => change({ asks: [...asks, emptyAsk] })}>
          Another ask
        </button>
      )}
      <div className={css.sentenceForm}>
        <TextField
          label="The month in one sentence, by the security lead"
          rows={2}
          value={typed.sentence}
          onChange={(sentence) => change({ sentence: sentence.slice(0, longestSentence) })}
          hint={left <= 60 ? `${left} letters left` : undefined}
        />
        {children}
        <OutdatedMark field="sentence" drafting={drafting} view={view} />
        {typed.sentence.trim() === '' && (
          <p className="small quiet">
            Until one is written: <bdi>{view.sentence.words}</bdi>
          </p>
        )}
      </div>
    </section>
  );
}
