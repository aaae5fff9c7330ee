import type { AttachmentContent } from '../scenario/attachment-content.ts';
import type { ContingencyInject, Inject } from '../scenario/schema.ts';
import type { Channel, TlpLabel } from '../scenario/vocabulary.ts';

/** What stands on a sheet that is handed out, field by field: a spread could carry what nobody may read. */
export type Piece = {
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  readonly body: string;
  /** Local time in the story; null where only the play will tell. */
  readonly when: string | null;
  /** Its own marking, where it has one. */
  readonly tlp: TlpLabel | null;
  readonly attachments: readonly Attached[];
};

type Table = Extract<AttachmentContent, { is: 'table' }>;
/** `text` null: it lies in a file and is not printed. `table`: the text as the room is shown it, where that is a table. */
type Attached = { readonly name: string; readonly text: string | null; readonly table: Table | null };
/** The one reading of CSV; null for what is none. */
export type ReadTable = (text: string) => Table | null;

export function pieceOf(inject: Inject, readTable: ReadTable): Piece {
  const { channel, from, to, subject, body, storyline_time, tlp, attachments } = inject;
  return {
    ...{ channel, from, to, subject: subject ?? null, body, when: storyline_time, tlp: tlp ?? null },
    attachments: attachments.map(({ name, kind, text }) => ({
      name,
      text: text ?? null,
      table: kind === 'csv' && text !== undefined ? readTable(text) : null,
    })),
  };
}

/** With the script's other text, for a team that has done already what it asks for; null where there is none. */
export function otherPieceOf(inject: Inject, readTable: ReadTable): Piece | null {
  return inject.if_already ? { ...pieceOf(inject, readTable), body: inject.if_already.body } : null;
}

export function pocketPieceOf({ channel, from, to, subject, body }: ContingencyInject): Piece {
  return { channel, from, to, subject: subject ?? null, body, when: null, tlp: null, attachments: [] };
}
