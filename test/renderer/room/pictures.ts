import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RoomPicture } from '#contract/room.ts';
import type { CardOver, RoomArtefact, RoomView } from '#core/exercise/views/room-view.ts';
import { type Channel, channels, usualTextPx } from '#core/scenario/vocabulary.ts';

type Told = { channel: Channel; from: string; to?: string; subject?: string; body: string; storyline_time?: string };
const scripts = ['q1-data-breach', 'q2-ransomware', 'q3-insider-threat', 'q4-supply-chain'];

const base: RoomView = {
  phase: 'running',
  tlp: 'TLP:AMBER+STRICT',
  textPx: usualTextPx,
  times: { exerciseMinutes: 77, storylineTime: '2026-02-17T10:20' },
  card: null,
  stoppedAt: null,
  artefact: null,
  enlarged: null,
  beside: null,
  decision: null,
  question: null,
  story: channels.slice(0, 8).map((channel, index) => ({
    storylineTime: `2026-02-17T09:${10 + index}`,
    channel,
    from: 'Somebody',
    subject: 'What came in',
  })),
};

export const decision = {
  question: 'Contain now, or watch to learn the scope?',
  owner: 'IC',
  openMinutes: 4,
  options: null,
};

export function viewOf(change: Partial<RoomView>, page = 0, pageBeside = 0): RoomPicture {
  return { show: 'view', view: { ...base, ...change }, page, pageBeside };
}

export function cardOf(show: CardOver, minutes: number | null = null, sinceMinutes = 0): RoomPicture {
  return viewOf({ card: { show, minutes, sinceMinutes, until: minutes === null ? null : '10:35' } });
}

export function artefactOf(change: Partial<RoomArtefact>): RoomArtefact {
  return {
    channel: 'email',
    from: 'Data platform team',
    to: 'Incident commander; Legal',
    subject: 'Sample check: 100 of 100 rows match',
    body: 'All match.',
    tlp: null,
    attachments: [],
    storylineTime: '2026-02-17T10:20',
    ...change,
  };
}

/** Every body of the four scripts, as the room is shown it. */
export function listScriptArtefacts(): readonly RoomArtefact[] {
  return scripts.flatMap((name) => {
    const script = parse(readFileSync(join(import.meta.dirname, `../../../scenarios/${name}.yaml`), 'utf8'));
    return listTold(script).map(({ channel, from, to, subject, body, storyline_time }) =>
      artefactOf({
        channel,
        from,
        to: to ?? null,
        subject: subject ?? null,
        body,
        storylineTime: storyline_time ?? '2026-02-17T10:20',
      }),
    );
  });
}

function listTold(value: unknown): readonly Told[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(listTold);
  return 'channel' in value && 'body' in value ? [value as Told, ...inner] : inner;
}

/** One of each kind: the longest the scripts have. */
export function listKinds(): readonly RoomArtefact[] {
  const all = listScriptArtefacts();
  return channels.map((channel) => {
    const own = all.filter((artefact) => artefact.channel === channel);
    return own.sort((a, b) => (b.body?.length ?? 0) - (a.body?.length ?? 0))[0] ?? artefactOf({ channel });
  });
}

const cards = ['welcome', 'discuss', 'timer', 'sitrep', 'break', 'story', 'blank', 'end'] as const;

/** Everything that can be in front of the room, by name. */
export function listPictures(): Readonly<Record<string, RoomPicture>> {
  const options = ['Contain now', 'Watch until noon', 'Ask the supplier first'];
  const [artefact = artefactOf({})] = listKinds();
  return {
    ...Object.fromEntries(listKinds().map((kind) => [kind.channel, viewOf({ artefact: kind })])),
    ...Object.fromEntries(cards.map((card) => [card, cardOf(card, 5, 1)])),
    waiting: { show: 'waiting' },
    'read aloud': viewOf({ artefact: artefactOf({ channel: 'phone_call', to: null, subject: null, body: null }) }),
    decision: viewOf({ decision: { ...decision, options } }),
    'a banner, paused': viewOf({ artefact, decision: { ...decision, options }, phase: 'paused' }),
    question: viewOf({ question: { question: 'Is it signed?', answer: 'It is.' } }),
    'two side by side': viewOf({ artefact, beside: listKinds().at(-1) ?? artefact, decision }),
    'another sitting': viewOf({ phase: 'suspended' }),
    'real world': viewOf({ phase: 'real_world', stoppedAt: '10:07' }),
  };
}

export const hostileTexts: Readonly<Record<string, string>> = {
  'a body without a space': 'Rückversicherung'.repeat(700).slice(0, 10_000),
  'ten thousand characters': 'Please state whether personal data were affected, and since when you know. '
    .repeat(140)
    .slice(0, 10_000),
  'many short lines': '10:01  a  b\nx\n\n'.repeat(700).slice(0, 10_000),
  'right to left': `${'يرجى توضيح ما إذا كانت البيانات الشخصية قد تأثرت ومنذ متى تعلمون. '.repeat(40)}\n\nשלום עולם 203.0.113.77`,
  emoji: '👩🏽‍🚒🧯🚒 '.repeat(400),
  HTML: '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>bold</b> &amp; {{org.name}} '.repeat(30),
};

/** Words only: what stands between them is drawn, not written. */
export function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? []).join('');
}
