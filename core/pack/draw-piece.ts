import { storyTime } from '../local-time.ts';
import { type Block, measure, type Words } from '../report/document.ts';
import { pieceNames } from '../report/term-words.ts';
import { isLinedUp, splitLinedUp } from '../scenario/body-lines.ts';
import { listParagraphs, readChat } from '../scenario/read-body.ts';
import { shareWidth, tellRest } from '../scenario/table-words.ts';
import type { Channel } from '../scenario/vocabulary.ts';
import type { Piece } from './piece.ts';

const unknownTime = '__ : __';

/** An artefact as its kind: head, words, what is attached; EXERCISE above and below. */
export function drawPiece(piece: Piece): readonly Block[] {
  const { channel, when } = piece;
  const time = when === null ? unknownTime : storyTime(when);
  return [
    { is: 'band', words: `${pieceNames[channel]} · ${time}`, aside: 'EXERCISE' },
    ...drawHead(piece),
    ...drawWords(piece),
    ...drawAttachments(piece),
    { is: 'band', words: 'Exercise material, nothing in it is real', aside: 'EXERCISE' },
  ];
}

type Heads = 'letter' | 'addressed' | 'titled' | 'spoken';

/** Letters say who writes to whom; what is shown has a title; what is said has a speaker. */
const heads: Readonly<Record<Channel, Heads>> = {
  email: 'addressed',
  memo: 'addressed',
  regulator_letter: 'letter',
  customer_ticket: 'addressed',
  siem_alert: 'titled',
  log_extract: 'titled',
  report: 'titled',
  dashboard: 'titled',
  news_article: 'titled',
  social_media: 'titled',
  ransom_note: 'titled',
  chat: 'spoken',
  sms: 'spoken',
  phone_call: 'spoken',
  meeting: 'spoken',
};

function drawHead({ channel, from, to, subject, when }: Piece): readonly Block[] {
  const about: Block[] = subject === null ? [] : [{ is: 'headline', text: subject }];
  switch (heads[channel]) {
    case 'letter':
      return [
        { is: 'headline', text: from },
        facts(['To', to], ['Date', when === null ? unknownTime : storyTime(when)], ...subjectRow(subject)),
      ];
    case 'addressed':
      return [facts(['From', from], ['To', to], ...subjectRow(subject))];
    case 'titled':
      return [facts(['From', from], ['To', to]), ...about];
    case 'spoken':
      return [facts(['From', from], [toWords[channel] ?? 'To', to]), ...about];
  }
}

type Fact = readonly [name: string, words: Words];

function facts(...rows: readonly Fact[]): Block {
  return { is: 'card', size: 'large', rows };
}

function subjectRow(subject: string | null): readonly Fact[] {
  return subject === null ? [] : [['Subject', [{ bold: subject }]]];
}

const toWords: Partial<Readonly<Record<Channel, string>>> = { chat: 'In', meeting: 'With' };

/** Every line of theirs is drawn by a machine, or as if. */
const isMono: ReadonlySet<Channel> = new Set(['siem_alert', 'log_extract', 'ransom_note']);

function drawWords({ channel, body }: Piece): readonly Block[] {
  if (heads[channel] === 'spoken') {
    return readChat(body).flatMap((block): Block[] =>
      block.kind === 'said' ? [{ is: 'said', when: block.time, who: block.name, lines: block.lines }] : [],
    );
  }
  if (isMono.has(channel)) return [drawMono(body)];
  if (!isLinedUp(body)) return drawProse(body);
  return splitLinedUp(body).flatMap((part) => {
    const text = part.lines.join('\n');
    return part.isLinedUp ? [drawMono(text)] : drawProse(text);
  });
}

function drawProse(text: string): readonly Block[] {
  return listParagraphs(text).map((words) => ({ is: 'text', words }));
}

function drawMono(text: string): Block {
  return {
    is: 'mono',
    isLarge: true,
    lines: text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').trimEnd().split('\n'),
  };
}

function drawAttachments({ attachments }: Piece): readonly Block[] {
  return attachments.flatMap(({ name, text, table }): Block[] => [
    { is: 'meta', words: ['Attached: ', { bold: name }] },
    ...(table !== null ? drawTable(table) : text === null ? [] : [drawMono(text)]),
  ]);
}

type AttachedTable = NonNullable<Piece['attachments'][number]['table']>;

/** The table that the room is shown, and the same sentence about what of it is not there. */
function drawTable(table: AttachedTable): readonly Block[] {
  const { head, rows } = table;
  const shares = shareWidth([head, ...rows], measure).map(Math.floor);
  const left = measure - shares.reduce((sum, share) => sum + share, 0);
  const columns = head.map((name, at) => ({ head: name, width: (shares[at] ?? 0) + (at === 0 ? left : 0) }));
  const rest = tellRest(table);
  return [
    { is: 'table', caption: null, columns, rows: rows.map((cells) => [...cells]), look: 'roomy' },
    ...(rest === null ? [] : [{ is: 'meta', words: [rest] } as const]),
  ];
}
