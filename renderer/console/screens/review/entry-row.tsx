import type { ReactNode } from 'react';
import { type FeedRow, feedKinds } from '#core/review/list-feed.ts';
import { AmendForm } from './amend-form.tsx';
import { FormButton } from './form-button.tsx';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';
import { useOpenedForm } from './use-opened-form.ts';
import { usePassedOnFocus } from './use-passed-on-focus.ts';
import { WithdrawForm } from './withdraw-form.tsx';

type Props = {
  readonly row: FeedRow;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
};

/** One entry with what can be done to it; a form opens below it. */
export function EntryRow({ row, title, children }: Props) {
  const { drafts } = useReviewed();
  const { seq, mark, kind, id, text, isCapture } = row;
  const drafted = drafts.read(`amend/${seq}`) ? 'change' : drafts.read(`withdraw_entry/${seq}`) ? 'withdraw' : null;
  const opened = useOpenedForm(drafted);
  const { place, open, show, onKeyDown } = opened;
  usePassedOnFocus(place);
  const { letter, name } = feedKinds[kind];
  const about = id ?? `entry ${seq}`;
  return (
    <li ref={place} className={css.entry} id={`at-${id ?? `#${seq}`}`} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={css.entryLine}>
        {letter === null ? (
          <span className={css.dot} />
        ) : (
          <span className={`kind ${letter}`}>
            <span aria-hidden="true">{letter}</span>
            <span className="sr">{name}</span>
          </span>
        )}
        <span className="tiny faint num">{mark}</span>
        <div className={css.entryText}>{title ?? <bdi>{text}</bdi>}</div>
        {isCapture ? (
          <span className={css.entryButtons}>
            <FormButton form="change" opened={opened} label="Change" about={about} />
            <FormButton form="withdraw" opened={opened} label="Withdraw" about={about} />
          </span>
        ) : null}
      </div>
      {children}
      {open === 'change' ? <AmendForm seq={seq} onSaved={() => show(null)} /> : null}
      {open === 'withdraw' ? <WithdrawForm seq={seq} /> : null}
    </li>
  );
}
