import type { Caveat } from '#core/scorecard/snapshot.ts';
import { tileOfFile } from '#core/scorecard/views/file-numbers.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import type { Question } from '#core/scorecard/views/question.ts';
import css from './scorecard.module.css';

/** Where a caveat is seen: the rows, or in a draft the form that mends it. */
export type CaveatPlace =
  | { readonly question: Question }
  | { readonly panel: 'files' | 'settings' }
  | { readonly day: true };

type Way = { readonly words: string; readonly place: CaveatPlace };

function wayOf({ is, about }: Caveat): Way | null {
  if (is === 'not_over') return { words: 'The day', place: { day: true } };
  if (is === 'settings') return { words: 'Settings', place: { panel: 'settings' } };
  if (about === 'month' || about === 'settings') return null;
  if (is === 'missing' || is === 'stale') return { words: 'Files', place: { panel: 'files' } };
  const ask = is === 'left_out' ? 'unread' : is === 'disagrees' ? 'remarked' : 'noted';
  return { words: 'Rows', place: { question: `${tileOfFile[about]}.${ask}` } };
}

type ListProps = {
  readonly view: MonthView;
  /** In a draft every caveat can be mended; of what was published the rows can be seen. */
  readonly isDraft: boolean;
  readonly onSee: (place: CaveatPlace) => void;
};

export function CaveatList({ view, isDraft, onSee }: ListProps) {
  const shown = new Set(view.tiles.flatMap(({ numbers }) => numbers.map(({ question }) => question)));
  return (
    <ul className={css.caveats}>
      {view.caveats.map((caveat) => {
        const way = wayOf(caveat);
        const leads = way && ('question' in way.place ? shown.has(way.place.question) : isDraft);
        return (
          <li key={caveat.says}>
            <span>
              <bdi>{caveat.says}</bdi>
            </span>
            {way && leads && (
              <button type="button" className="link" onClick={() => onSee(way.place)}>
                {way.words}
                <span className="sr">: {caveat.says}</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Props = Omit<ListProps, 'isDraft'>;

/** What a revision was published in spite of, and why. */
export function CaveatsShown({ view, onSee }: Props) {
  if (view.caveats.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="caveats">
      <h2 id="caveats" className="section-title">
        Caveats
      </h2>
      <CaveatList view={view} isDraft={false} onSee={onSee} />
      {view.publishedBecause !== null && (
        <p className={css.because}>
          Published all the same: <bdi>{view.publishedBecause}</bdi>
        </p>
      )}
    </section>
  );
}
