import { describe, expect, test } from 'vitest';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { decision, end, gap, playedWith, release, sampleSetup } from '../../support/play.ts';
import { readWord, textOf } from '../../support/read-word.ts';

const setup = {
  ...sampleSetup,
  organisation: { ...sampleSetup.organisation, name: 'Baker Systems' },
  participants: [
    { name: 'Mark Will', role: 'IC' as const, contact: 'mark.will@baker.example' },
    { name: 'Käthe Müller', role: 'LEGAL' as const },
    { name: 'ليلى حداد', role: 'SEC' as const },
    { name: 'Hope Baker', role: 'DEVOPS' as const },
  ],
};
const said = 'Mark waited for Kaethe and MUELLER for ليلى, and Hope will mark it';
const told = 'Incident Commander waited for Legal and Legal for Security, and DevOps will mark it';

const played = playedWith(
  setup,
  [1, release('Q1-010')],
  [2, gap({ title: said, when: said, missing: said, effect: said, workaround: said })],
  [3, { type: 'record_strength', what: said, effect: said, keep: said, evidence: [] }],
  [4, decision('new', { question: said, choice: said, rationale: said })],
  [
    5,
    {
      type: 'agree_action',
      register_id: 'AI-2026Q1-001',
      gap: 'G1',
      item: {
        title: said,
        description: said,
        done_test: said,
        owner_name: 'Hope Baker',
        owner_role: 'DEVOPS',
        owner_email: 'hope@baker.example',
      },
    },
  ],
  [
    6,
    {
      type: 'propose_runbook_change',
      gap: 'G1',
      change: { runbook: 'RB-04', type: 'change', step: said, old: said, new: said },
    },
  ],
  [20, end],
  [21, { type: 'write_if_real', text: said, by: 'Mark Will' }],
);

describe('The post-mortem for participants', () => {
  test('names functions wherever somebody was named in what people wrote, and keeps the name of the organisation', async () => {
    const parts = readWord(await writeWord(buildParticipantEdition(played)));
    const text = textOf(parts);
    const all = [...parts.values()].join('\n').replaceAll('Baker Systems', '');
    for (const name of [
      'Mark',
      'mark.will',
      'Käthe',
      'Kaethe',
      'Müller',
      'MUELLER',
      'ليلى',
      'حداد',
      'Hope',
      'Baker',
      '@',
    ])
      expect(all, name).not.toContain(name);
    expect(text.split(told).length).toBeGreaterThan(12);
    expect(text).toContain('Baker Systems');
  });

  test('of an exercise of which nothing was recorded says so in each section', async () => {
    const text = textOf(readWord(await writeWord(buildParticipantEdition(playedWith(sampleSetup, [9, end])))));
    for (const words of ['No strength', 'No gap', 'No action', 'No runbook change', 'Nothing was shown', 'No decision'])
      expect(text).toContain(words);
  });
});

test('What rests on an inject for named functions only is told in no finding, action or runbook change', async () => {
  const secret = 'K was told on Monday';
  const state = playedWith(
    setup,
    [1, release('Q1-010')],
    [2, release('Q1-050')],
    [3, gap({ title: secret, evidence: ['Q1-050'] })],
    [4, gap({ title: 'No list of notices', evidence: ['Q1-010'] })],
    [5, { type: 'record_strength', what: secret, evidence: ['Q1-050'] }],
    [6, { type: 'agree_action', register_id: 'AI-2026Q1-001', gap: 'G1', item: { title: secret } }],
    [7, { type: 'propose_runbook_change', gap: 'G1', change: { runbook: 'RB-04', type: 'add', new: secret } }],
    [20, end],
  );
  const text = textOf(readWord(await writeWord(buildParticipantEdition(state))));
  expect(text).toContain('No list of notices');
  expect(text).not.toContain(secret);
});
