import { type RefObject, useEffect, useState } from 'react';
import type { Command } from '#core/exercise/commands.ts';
import { previewCommand } from '#core/exercise/views/console-view-preview.ts';
import { AttachedPicture } from '../../attached-picture.tsx';
import { PagedPicture } from '../../paged-picture.tsx';
import { type Act, readFilled } from './act.ts';
import s from './dialog.module.css';
import { useLive } from './live-context.tsx';

type Props = { readonly act: Act; readonly form: RefObject<HTMLFormElement | null> };

/** What the room will see as the form is filled in now. */
export function ActPreview({ act, form }: Props) {
  const { state, exercise, pressM } = useLive('state', 'exercise', 'pressM');
  const [nowM] = useState(pressM);
  const [command, setCommand] = useState<Command | null>(null);
  useEffect(() => {
    const place = form.current;
    if (!place) return;
    const read = () => setCommand(act.toCommand(readFilled(new FormData(place))) as Command);
    read();
    place.addEventListener('input', read);
    return () => place.removeEventListener('input', read);
  }, [act, form]);
  const preview = command && previewCommand(state, command, nowM);
  if (!preview) return null;
  const { view, enlarged } = preview;
  return (
    <div className={s.picture}>
      {enlarged ? (
        <AttachedPicture
          key={enlarged.attachment}
          view={view}
          exercise={exercise}
          inject={enlarged.inject}
          attachment={enlarged.attachment}
        />
      ) : (
        <PagedPicture view={view} takesArrows />
      )}
    </div>
  );
}
