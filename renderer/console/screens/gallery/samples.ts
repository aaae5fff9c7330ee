import type { RoomArtefact, RoomView } from '#core/exercise/views/room-view.ts';
import { type Channel, channels, usualTextPx } from '#core/scenario/vocabulary.ts';

/** Of every kind one text as an author would write it, and the same kind under texts that are hard to set. */
export const sampleTexts = ['short', 'long', 'rtl', 'emoji'] as const;
export type SampleText = (typeof sampleTexts)[number];
export const sampleTextNames: Readonly<Record<SampleText, string>> = {
  short: 'Short',
  long: 'Long',
  rtl: 'Right to left',
  emoji: 'Emoji',
};

type Sample = Pick<RoomArtefact, 'from' | 'to' | 'subject' | 'body'>;
const sample = (from: string, to: string | null, subject: string | null, ...lines: readonly string[]): Sample => ({
  from,
  to,
  subject,
  body: lines.join('\n'),
});

const short: Readonly<Record<Channel, Sample>> = {
  siem_alert: sample(
    'Network sensor, rule NET-204',
    '#sec-alerts',
    'Regular outbound calls: build-07',
    'NET-204  Regular calls to one address',
    'Score    48/100 (medium)    Seen     Mon 09:12',
    'Host     build-07           Dest     203.0.113.54',
    'Every    61 s since Fri 18:40',
    'State    unassigned, in queue for 40 min',
  ),
  email: sample(
    'Accounts <billing@supplier.example>',
    'Finance',
    'New bank details from next week',
    'Good morning,\n\nfrom Monday our bank is another one. Please use the account in the attached letter for everything that is still open.',
  ),
  chat: sample(
    'platform on-call',
    '#incident-1042',
    null,
    '09:31  platform on-call   two shards are slow again, looking',
    '09:33  support lead       three customers rang within five minutes',
  ),
  phone_call: sample(
    'Head of a customer’s plant',
    'Support',
    'Nothing moves here',
    'Our lines have stood still for twenty minutes. Who is working on it, and when do you ring me back?',
  ),
  sms: sample('Unknown number', 'Executive sponsor', null, 'Is it true that you pay? I publish at noon.'),
  news_article: sample(
    'Trade & Data Weekly',
    null,
    'Supplier confirms outage at several plants',
    'Several plants reported standing lines on Monday morning.\n\nThe company says it is looking into it and names no cause.',
  ),
  social_media: sample(
    '@plantwatch',
    null,
    null,
    'Third plant down since nine. Same supplier every time. Anyone else?',
  ),
  ransom_note: sample(
    'README.txt',
    'every share',
    null,
    'Your files are locked.\n\nWrite to us within 72 hours. Do not rename anything.',
  ),
  log_extract: sample(
    'Build host, process log',
    'SEC',
    null,
    '09:12:04  curl                    OK',
    '          https://203.0.113.54/a  1.2 KB',
    '09:13:05  curl                    OK',
    '          https://203.0.113.54/a  1.2 KB',
    '09:13:41  job finished: success',
  ),
  customer_ticket: sample(
    'Alder & Finch, operations',
    'Support',
    'Orders do not leave the warehouse',
    'Since 09:05 no label is printed. Forty lorries wait. Please say what we tell the drivers.',
  ),
  regulator_letter: sample(
    'National Data Protection Authority',
    'The managing director',
    'Request for information, ref. 2026-0417',
    'Please state by Friday whether personal data were affected, of how many people, and since when you have known.',
  ),
  memo: sample(
    'Legal',
    'Incident Commander',
    'What may be said today',
    'Say what we know and what we do about it. Name no cause, no number of people and no supplier before I have read it.',
  ),
  report: sample(
    'Restore team',
    'Incident Commander',
    'State of the services at noon',
    'Orders          restored, not tested      2 h',
    'Labels          waits for orders          4 h',
    'Billing         not begun                 1 day',
  ),
  meeting: sample(
    'Chair of the supervisory board',
    'Executive sponsor',
    'Board call',
    'I have ten minutes. What did we lose, what do you need from us, and who speaks to the press?',
  ),
  dashboard: sample(
    'Production monitoring',
    'On-call',
    'Order service, last hour',
    'Errors      0.2 % → 61 %',
    'Orders      1,240 → 310 an hour',
    '09:02  deploy 9.4.1   success',
  ),
};

const lined: ReadonlySet<Channel> = new Set(['siem_alert', 'log_extract', 'report', 'dashboard']);
const manyLines = Array.from(
  { length: 24 },
  (_, at) => `09:${String(at + 10)}:05  build-07  call ${at + 1} to 203.0.113.54   OK`,
);
const prose =
  'Please state whether personal data were affected, of how many people, and since when you have known. Say also what you have done so far, in which order, and who decided it.';
const arabic = 'يرجى توضيح ما إذا كانت البيانات الشخصية قد تأثرت، وعدد الأشخاص، ومنذ متى تعلمون بذلك.';
const hebrew = 'נא לציין אם נפגעו נתונים אישיים ומאיזה מועד הדבר ידוע לכם.';

function under(channel: Channel, text: SampleText): Sample {
  const own = short[channel];
  switch (text) {
    case 'short':
      return own;
    case 'long':
      return { ...own, body: lined.has(channel) ? manyLines.join('\n') : Array(8).fill(prose).join('\n\n') };
    case 'rtl':
      return {
        from: 'محمد عبد الرحمن',
        to: own.to && 'Recht und Datenschutz, القسم القانوني',
        subject: own.subject && 'طلب معلومات عاجل 2026-0417',
        body: lined.has(channel)
          ? `09:12  خادم البناء   203.0.113.54\n09:13  ${hebrew}`
          : `${arabic}\n\n${hebrew} 203.0.113.77`,
      };
    case 'emoji':
      return { ...own, body: `👩🏽‍🚒 🧯 It burns here 🔥🔥🔥\n\n${'🙂👍🏾🇩🇪'.repeat(12)}\n\nCan you see it? 👀` };
  }
}

/** Every kind in the order of the schema, as the room would be shown it. */
export function listSamples(text: SampleText): readonly RoomView[] {
  return channels.map((channel) => viewOf({ artefact: artefactOf(channel, text) }));
}

/** Kinds that people lay side by side. */
const compared: readonly (readonly [before: Channel, now: Channel])[] = [
  ['siem_alert', 'log_extract'],
  ['email', 'regulator_letter'],
  ['chat', 'phone_call'],
  ['customer_ticket', 'memo'],
];

export function listComparedSamples(text: SampleText): readonly RoomView[] {
  return compared.map(([before, now]) => viewOf({ artefact: artefactOf(now, text), beside: artefactOf(before, text) }));
}

function artefactOf(channel: Channel, text: SampleText): RoomArtefact {
  return { channel, ...under(channel, text), tlp: null, attachments: [], storylineTime };
}

const storylineTime = '2026-02-16T09:14';

const story: RoomView['story'] = [
  { storylineTime: '2026-03-02T09:02', channel: 'customer_ticket', from: 'Operations', subject: null },
  { storylineTime, channel: 'siem_alert', from: 'Network sensor', subject: 'Regular outbound calls: build-07' },
];

export function viewOf(shown: Partial<RoomView>): RoomView {
  return {
    phase: 'running',
    tlp: 'TLP:AMBER+STRICT',
    textPx: usualTextPx,
    times: { exerciseMinutes: 14, storylineTime },
    card: null,
    stoppedAt: null,
    artefact: null,
    enlarged: null,
    beside: null,
    decision: null,
    question: null,
    story,
    ...shown,
  };
}
