import { useMemo } from 'react';
import type { Channel } from '#core/scenario/vocabulary.ts';
import type { PieceProps } from './artefact-parts.tsx';
import { setWords } from './room-words.ts';
import screen from './screen.module.css';
import { Alert, Dashboard, Log, Note, Post, Report } from './screen-pieces.tsx';
import spoken from './spoken.module.css';
import { Chat, Meeting, Phone, Speaking, TextMessage } from './spoken-pieces.tsx';
import written from './written.module.css';
import { Email, Letter, Memo, News, Ticket } from './written-pieces.tsx';

const pieces: Readonly<Record<Channel, (props: PieceProps) => React.JSX.Element>> = {
  siem_alert: Alert,
  email: Email,
  chat: Chat,
  phone_call: Phone,
  sms: TextMessage,
  news_article: News,
  social_media: Post,
  ransom_note: Note,
  log_extract: Log,
  customer_ticket: Ticket,
  regulator_letter: Letter,
  memo: Memo,
  report: Report,
  meeting: Meeting,
  dashboard: Dashboard,
};

/** Paper stays paper on a dark stage; what was on a screen turns dark. */
const onPaper: ReadonlySet<Channel> = new Set(['news_article', 'regulator_letter', 'memo', 'report', 'meeting']);

/** A kind that only a newer version knows looks like the plainest of those that are known: its words are shown all the same. */
function lookOf(channel: Channel): Channel {
  return Object.hasOwn(pieces, channel) ? channel : 'report';
}

export function isOnScreen(channel: Channel): boolean {
  return !onPaper.has(lookOf(channel));
}

/** The class of a kind, on its frame. Words that are read aloud have no kind. */
export function pieceClass({ channel, body }: PieceProps['artefact']): string | undefined {
  if (body === null) return undefined;
  const look = lookOf(channel);
  return written[look] ?? spoken[look] ?? screen[look];
}

export function Artefact({ artefact }: PieceProps) {
  const words = useMemo(() => setWords(artefact), [artefact]);
  if (artefact.body === null) return <Speaking artefact={words} />;
  const Piece = pieces[lookOf(artefact.channel)];
  return <Piece artefact={words} />;
}
