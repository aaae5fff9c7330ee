import { createContext, type ReactNode, useContext } from 'react';
import type { RoomArtefact, RoomAttachment } from '#core/exercise/views/room-view.ts';
import type { Block } from '#core/scenario/read-body.ts';
import type { Channel } from '#core/scenario/vocabulary.ts';
import { endlessClass } from '../endless.ts';
import { Blocks, keyed } from './blocks.tsx';
import { Paged } from './paged.tsx';
import classes from './parts.module.css';

export type PieceProps = { readonly artefact: RoomArtefact };
type BodyProps = PieceProps & {
  read: (body: string) => readonly Block[];
  columns?: 1 | 2;
  className?: string | undefined;
  /** Drawn before the words. */
  lead?: ReactNode;
};

/** Beside another artefact: half as wide. */
export const HalfContext = createContext(false);

/** From here a head shows only the beginning of a subject, and all of it opens the body. */
const longSubject = 110;

/** Half a page of their text, as large as usual, holds about 195 letters; of the others 130. */
const wideLines: ReadonlySet<Channel> = new Set(['email', 'memo', 'report']);

/** The words over their pages, with what is attached behind them. */
export function Body({ artefact, read, columns = 1, className, lead }: BodyProps) {
  const { subject, body } = artefact;
  const isHalf = useContext(HalfContext);
  const halfPage = wideLines.has(artefact.channel) ? 195 : 130;
  return (
    <Paged columns={isHalf ? 1 : columns} className={`${className ?? ''} ${endlessClass(body ?? '')}`}>
      {subject !== null && subject.length > longSubject && (
        <p dir="auto" className={classes.whole}>
          {subject}
        </p>
      )}
      {lead}
      <Blocks blocks={read(body ?? '')} halfPage={halfPage / (isHalf ? 2 : 1)} />
      <Attachments attachments={artefact.attachments} />
    </Paged>
  );
}

export function Attachments({ attachments }: { attachments: readonly RoomAttachment[] }) {
  return keyed(attachments).map(({ key, value: { name, text } }) => (
    <div key={key} className={classes.attached}>
      <p className={classes.file}>
        <span>Attached</span> <bdi>{name}</bdi>
      </p>
      {text !== null && <pre dir="auto">{text}</pre>}
    </div>
  ));
}

export function Subject({ artefact: { subject } }: PieceProps) {
  return subject === null ? null : <h2 dir="auto">{subject}</h2>;
}

export function Mark({ words = 'EXERCISE' }: { words?: string }) {
  return <b className={classes.mark}>{words}</b>;
}

export function Term({ term, words }: { term: string; words: string | null }) {
  if (words === null || words === '') return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{words}</bdi>
      </dd>
    </div>
  );
}
