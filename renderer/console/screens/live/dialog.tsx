import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import s from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
};

/** Lies over the console; Esc closes it, and focus goes back to where it was. */
export function Dialog({ title, onClose, children, isWide = false }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-focus], .button.primary')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const dialog = box.current;
    const cancel = (event: Event) => {
      event.preventDefault(); // React takes it away
      onClose();
    };
    dialog?.addEventListener('cancel', cancel);
    return () => dialog?.removeEventListener('cancel', cancel);
  }, [onClose]);
  return (
    <dialog ref={box} className={[s.dialog, isWide ? s.wide : ''].join(' ')} aria-labelledby={name}>
      <div className={s.head}>
        <h2 id={name} className="section-title">
          {title}
        </h2>
        <button type="button" className="link" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      {children}
    </dialog>
  );
}
