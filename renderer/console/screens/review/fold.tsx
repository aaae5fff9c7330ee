import { type ReactNode, useState } from 'react';
import css from './review.module.css';

type Props = { readonly title: string; readonly isOpen?: boolean; readonly children: ReactNode };

/** A form that is not needed yet costs a line; what was typed in it waits as its draft. */
export function Fold({ title, isOpen = false, children }: Props) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details className={css.another} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? children : null}
    </details>
  );
}
