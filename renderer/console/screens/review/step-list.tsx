import type { StepLine } from '#core/review/describe-review.ts';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';

/** The way through the review: what is in each step, and what is left to do there. */
export function StepList({ steps }: { readonly steps: readonly StepLine[] }) {
  const { place, go } = useReviewed();
  return (
    <ol className={css.steps}>
      {steps.map(({ step, name, entries, left }) => (
        <li key={step}>
          <button
            type="button"
            className={css.step}
            aria-current={step === place.step ? 'step' : undefined}
            onClick={() => go(step)}
          >
            <span>{name}</span>
            {left > 0 ? (
              <span className="num warn strong">{left} left</span>
            ) : (
              <span className="num faint">{entries}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
