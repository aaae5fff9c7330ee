import { useState } from 'react';
import { notesDraft, PasteNotes } from '../../../paste-notes.tsx';
import { useReviewed } from '../review-context.tsx';

/** After an exercise on paper, or for what a second person wrote down. */
export function PasteScribesNotes() {
  const { state, giveAll, drafts, nowM, whyNot } = useReviewed();
  const kept = drafts.read(notesDraft);
  const words = typeof kept === 'object' && kept !== null && 'text' in kept ? String(kept.text) : '';
  const [isOpen, setOpen] = useState(false);
  const why = whyNot('record_observation');
  return (
    <p>
      <button type="button" className="button small" disabled={why !== null} onClick={() => setOpen(true)}>
        Paste the scribe’s notes…
      </button>
      {isOpen && (
        <PasteNotes
          state={state}
          nowM={nowM}
          giveAll={giveAll}
          kept={words}
          keep={(text) => (text.trim() === '' ? drafts.forget(notesDraft) : drafts.write(notesDraft, { text }))}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  );
}
