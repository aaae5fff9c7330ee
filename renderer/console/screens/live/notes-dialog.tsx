import { notesDraft, PasteNotes } from '../../paste-notes.tsx';
import { useLive } from './live-context.tsx';

export function NotesDialog() {
  const { state, pressM, mirror, close, drafts, keepDraft } = useLive(
    'state',
    'pressM',
    'mirror',
    'close',
    'drafts',
    'keepDraft',
  );
  const kept = drafts.get(notesDraft)?.text;
  return (
    <PasteNotes
      state={state}
      nowM={pressM}
      giveAll={mirror.giveAll}
      kept={typeof kept === 'string' ? kept : ''}
      keep={(text) => keepDraft(notesDraft, text.trim() === '' ? null : { text })}
      onClose={close}
    />
  );
}
