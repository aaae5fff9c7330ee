import { useCallback } from 'react';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';

type Props = { readonly onAnswer: (shown: 'yes' | 'no') => void };

/** Closing it without an answer hides the notes: the careful side. */
export function ShownQuestion({ onAnswer }: Props) {
  const hide = useCallback(() => onAnswer('yes'), [onAnswer]);
  return (
    <Dialog title="Is this screen shown to the room?" onClose={hide}>
      <p className={s.warning}>
        Your notes, the expected actions and what comes next stand on this screen. Those who play must not read them.
        You can change the answer at any time, beside the inject or with Ctrl K.
      </p>
      <div className={s.foot}>
        <button type="button" className="button" data-focus onClick={hide}>
          Yes: hide notes
        </button>
        <button type="button" className="button" onClick={() => onAnswer('no')}>
          No, only I see it
        </button>
      </div>
    </Dialog>
  );
}
