import type { ReactNode } from 'react';
import { WhenBroken } from '../../../parts/when-broken.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ClocksDialog } from './clocks-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useLive } from './live-context.tsx';
import { NotesDialog } from './notes-dialog.tsx';
import { Palette } from './palette.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { QuestionsDialog } from './questions-dialog.tsx';
import { MenuDialog, PrivateDialog } from './small-dialogs.tsx';

/** The one thing that lies over the console. Where it cannot be drawn, the console under it stays. */
export function OpenedDialog() {
  const { opened, close } = useLive('opened', 'close');
  const tell = (notice: ReactNode) => (
    <Dialog title="Not drawn" onClose={close}>
      {notice}
    </Dialog>
  );
  return (
    <WhenBroken of={opened?.kind ?? ''} tell={tell}>
      <Drawn />
    </WhenBroken>
  );
}

function Drawn() {
  const { opened } = useLive('opened');
  switch (opened?.kind) {
    case undefined:
      return null;
    case 'act':
      return <ActDialog key={`${opened.act.id} ${opened.about}`} opened={opened} />;
    case 'menu':
      return <MenuDialog title={opened.title} ids={opened.ids} about={opened.about} />;
    case 'preview':
      return <PreviewDialog inject={opened.inject} isAlreadyDone={opened.isAlreadyDone} />;
    case 'private':
      return <PrivateDialog inject={opened.inject} />;
    case 'notes':
      return <NotesDialog />;
    case 'questions':
      return <QuestionsDialog />;
    case 'finish':
      return <FinishDialog />;
    case 'clocks':
      return <ClocksDialog about={opened.about} />;
    case 'palette':
      return <Palette />;
    case 'keys':
      return <KeysDialog />;
  }
}
