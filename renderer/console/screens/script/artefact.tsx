import { useState } from 'react';
import { scriptView } from '#core/exercise/views/script-view.ts';
import type { ContingencyInject, Inject } from '#core/scenario/schema.ts';
import { PagedPicture } from '../../paged-picture.tsx';
import styles from './script.module.css';

type Props = { readonly inject: Inject | ContingencyInject; readonly storylineStart: string };

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

function Sheet({ inject, storylineStart }: Props) {
  const { from, to, audience, body } = inject;
  const attachments = 'attachments' in inject ? inject.attachments : [];
  const already = 'if_already' in inject ? inject.if_already : undefined;
  return (
    <div className={styles.sheet}>
      <p className="tiny quiet">
        From <bdi>{from}</bdi> to <bdi>{to}</bdi>
        {audience === 'named' && '. The room sees nothing of it'}
      </p>
      <Picture inject={inject} storylineStart={storylineStart} isAlreadyDone={false} />
      {audience !== 'room' && <Words>{body}</Words>}
      {attachments.map(({ name, text, file }) => (
        <div key={name} className={styles.attachment}>
          <p className="label">
            Attached: <bdi>{name}</bdi>
          </p>
          <p className={styles.machine}>{text ?? file}</p>
        </div>
      ))}
      {already && (
        <div className={styles.attachment}>
          <p className="label">
            Instead, if <bdi>{already.when}</bdi>
          </p>
          <Picture inject={inject} storylineStart={storylineStart} isAlreadyDone />
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

function Picture({ inject, storylineStart, isAlreadyDone }: Props & { readonly isAlreadyDone: boolean }) {
  const view = scriptView(inject, { storyline_start: storylineStart, isAlreadyDone });
  return view && <PagedPicture view={view} />;
}
