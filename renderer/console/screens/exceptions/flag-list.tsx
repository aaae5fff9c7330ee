import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { capitalise } from '#core/report/term-words.ts';
import { flagWords } from '#core/scorecard/page/flag-words.ts';
import css from './exceptions.module.css';

type Props = { readonly exception: RegisteredException; readonly within: number };

/** Red ones first, a diamond before them; the others have a triangle. */
export function FlagList({ exception: { flags, redFlags }, within }: Props) {
  if (flags.length === 0) return null;
  const inOrder = [...redFlags, ...flags.filter((flag) => !redFlags.includes(flag))];
  return (
    <ul className={`tiny ${css.flags}`} aria-label="Flags">
      {inOrder.map((flag) => (
        <li key={flag} className={`state ${redFlags.includes(flag) ? 'bad' : 'warn'}`}>
          {capitalise(flagWords(flag, within))}
          {redFlags.includes(flag) && <span className="sr">, red</span>}
        </li>
      ))}
    </ul>
  );
}
