import { useState } from 'react';
import { scriptView } from '#core/exercise/views/script-view.ts';
import type { ContingencyInject, Inject } from '#core/scenario/schema.ts';
import { AttachedPicture } from '../../attached-picture.tsx';
import { PagedPicture } from '../../paged-picture.tsx';
import styles from './script.module.css';

type Props = {
  readonly inject: Inject | ContingencyInject;
  readonly storylineStart: string;
  /** Whose attachments it has. */
  readonly script: string;
};

/** What the room gets, drawn by what draws the room; many of them stand on this screen, so only what is open is drawn. */
export function Artefact(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details data-picture className={styles.artefact} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        What the room gets<span className="sr">: {props.inject.title}</span>
      </summary>
      {isOpen && <Sheet {...props} />}
    </details>
  );
}

function Sheet({ inject, storylineStart, script }: Props) {
  const { from, to, audience, body } = inject;
  const attachments = 'attachments' in inject ? inject.attachments : [];
  const drawn = { inject, storylineStart };
  const view = scriptView({ ...inject, audience: 'room' }, { storyline_start: storylineStart, isAlreadyDone: false });
  const already = 'if_already' in inject ? inject.if_already : undefined;
  return (
    <div className={styles.sheet}>
      <p className="tiny quiet">
        From <bdi>{from}</bdi> to <bdi>{to}</bdi>
        {audience === 'named' && '. The room sees nothing of it'}
      </p>
      <Picture {...drawn} isAlreadyDone={false} />
      {audience !== 'room' && <Words>{body}</Words>}
      {attachments.map(({ name }, at) => (
        <div key={name} className={styles.attachment}>
          <p className="label">
            Attached: <bdi>{name}</bdi>
          </p>
          {view && <AttachedPicture view={view} script={script} inject={inject.id} attachment={at + 1} />}
        </div>
      ))}
      {already && (
        <div className={styles.attachment}>
          <p className="label">
            Instead, if <bdi>{already.when}</bdi>
          </p>
          <Picture {...drawn} isAlreadyDone />
          {audience !== 'room' && <Words>{already.body}</Words>}
        </div>
      )}
    </div>
  );
}

/** What only some read, or what is read aloud. */
function Words({ children }: { readonly children: string }) {
  return (
    <p dir="auto" className={styles.words}>
      {children}
    </p>
  );
}

type PictureProps = Omit<Props, 'script'> & { readonly isAlreadyDone: boolean };

function Picture({ inject, storylineStart, isAlreadyDone }: PictureProps) {
  const view = scriptView(inject, { storyline_start: storylineStart, isAlreadyDone });
  return view && <PagedPicture view={view} />;
}
