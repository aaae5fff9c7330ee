import { ratingWords } from '#core/report/term-words.ts';
import type { Rating } from '#core/scenario/vocabulary.ts';
import styles from './fields.module.css';

/** Letter and shape; without a rating, a question mark in a dashed ring. */
export function RatingMark({ rating }: { readonly rating: Rating | null }) {
  return (
    <span className={`rating ${rating ?? 'N'}`} role="img" aria-label={rating ? ratingWords[rating] : 'not rated yet'}>
      {rating ?? '?'}
    </span>
  );
}

type StripProps = {
  readonly label: string;
  readonly ratings: readonly { readonly objective: string; readonly rating: Rating | null }[];
};

export function RatingStrip({ label, ratings }: StripProps) {
  return (
    <ul className={styles.strip} aria-label={label}>
      {ratings.map(({ objective, rating }) => (
        <li key={objective}>
          <RatingMark rating={rating} />
          <small>{objective}</small>
        </li>
      ))}
    </ul>
  );
}
