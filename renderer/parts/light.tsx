import type { Rating } from '#core/scorecard/figures/rate-figures.ts';
import css from './light.module.css';

const letters = { green: 'G', amber: 'A', red: 'R' } as const;
const names = { green: 'on target', amber: 'watch', red: 'act' } as const;

/** Letter and shape: circle, square, diamond. The words stand beside it. */
export function Light({ light }: { readonly light: NonNullable<Rating> }) {
  return (
    <span className={`${css.light} ${css[light]}`} role="img" aria-label={`${light}, ${names[light]}`}>
      <b>{letters[light]}</b>
    </span>
  );
}
