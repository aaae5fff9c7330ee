import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

type Props = { readonly id?: string; readonly takesFocus?: boolean; readonly children: ReactNode };

/** Of a form that opens above the month: whoever uses the keyboard goes on from here. */
export function PanelTitle({ id, takesFocus = true, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className="row-title">
      {children}
    </h2>
  );
}

export const closeOnEscape = (onClose: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Escape') onClose();
};
