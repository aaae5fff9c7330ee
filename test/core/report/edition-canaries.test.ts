import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { buildCustomerSummary } from '#core/report/customer-summary.ts';
import type { ReportDocument } from '#core/report/document.ts';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { canaryCommands, findSecrets, playCanary } from '../../support/canary.ts';
import { readWord } from '../../support/read-word.ts';

const approvals = (['COMMS', 'LEGAL'] as const).map(
  (role): Command => ({
    type: 'approve_summary',
    role,
    name: '[facilitator] approver',
    on: '2099-03-17',
    tlp: 'TLP:GREEN',
  }),
);
const personFields = ['name', 'contact', 'stands_in_for', 'evaluator', 'owner_name', 'owner_email', 'verified_by'];

/** Where a person stands, a name as the roster has it: what is no name cannot be known again in a text. */
function withNames(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withNames(item, field));
  if (typeof value === 'string') return personFields.includes(field) ? `Nadja Leak${field.replace('_', '')}` : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, key === 'organisation' ? inside : withNames(inside, key)]),
  );
}

const named = 'Nadja Leakname told Nadja';
const ended = [
  ...canaryCommands.filter(({ type }) => type !== 'finalise_report' && type !== 'open_revision'),
  ...approvals,
].map((command) => withNames(command) as Command); // the same command, with other words in it
const played = playCanary([...ended, { type: 'write_if_real', text: named }]).at(-1);
if (!played) throw new Error('Nothing was played.');

/** Every part of the file: text, properties, comments, head and foot, alternative texts. */
async function readWhole(document: ReportDocument): Promise<string> {
  return [...readWord(await writeWord(document)).values()].join('\n');
}

/** The marked texts of the facilitator in it, each as `record_gap.title`. */
function findMarked(xml: string): readonly string[] {
  const marked = [...xml.matchAll(/\[facilitator\] ([A-Za-z_-]+(?:\.[A-Za-z0-9_-]+)*)/gi)].map(
    ([, place = '']) => place,
  );
  return [...new Set(marked)].sort();
}

/** What people wrote for everybody to read. Whatever is recorded besides, today or in a later version, is not among it. */
const told = [
  'SCRIPT.type',
  'organisation',
  'setup.exercise',
  'setup.previous_actions.0.register_id',
  'setup.previous_actions.0.title',
  ...['what', 'effect', 'keep'].map((field) => `record_strength.${field}`),
  ...['title', 'when', 'missing', 'effect', 'workaround'].map((field) => `record_gap.${field}`),
  ...['title', 'description', 'done_test'].map((field) => `agree_action.item.${field}`),
  'agree_action.register_id',
  'step',
  ...['question', 'choice', 'rationale'].map((field) => `record_decision.${field}`),
  ...['choice', 'rationale'].map((field) => `revise_decision.${field}`),
];

describe('Of an exercise in which every field of script, plan and capture is marked', () => {
  test('the participant edition holds what was written for all and what the room was shown, and nothing of the facilitator', async () => {
    const xml = await readWhole(buildParticipantEdition(played));
    expect(xml).not.toMatch(/leak|nadja/i);
    expect(findMarked(xml).filter((place) => !told.includes(place))).toEqual([]);
    expect(findSecrets(xml).filter((secret) => secret !== '[facilitator]')).toEqual([]);
    for (const place of [
      'record_gap.title',
      'agree_action.item.title',
      'record_strength.what',
      'record_decision.choice',
    ])
      expect(findMarked(xml), place).toContain(place);
    for (const shown of ['SHOWN.subject', 'SHOWN.decision.question', 'POCKET.subject', 'AD-HOC.subject'])
      expect(xml, shown).toContain(`[room] ${shown}`);
  });

  test('the summary for customers holds the organisation and the kind of scenario, and no other text that anybody wrote', async () => {
    const xml = await readWhole(buildCustomerSummary(played));
    expect(findMarked(xml)).toEqual(['SCRIPT.type', 'organisation']);
    expect(xml).not.toMatch(/leak|nadja|\[room\]/i);
    expect(xml).toContain('TLP:GREEN');
  });

  test('the report for leadership holds some of what these two may not: the marks are seen where they are', async () => {
    const xml = await readWhole(buildPostMortem(played, ''));
    for (const place of ['SCRIPT.title', 'SHOWN.title', 'record_gap.control']) expect(findMarked(xml)).toContain(place);
    expect(xml).toContain(named);
  });
});
