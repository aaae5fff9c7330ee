import { describe, expect, test } from 'vitest';
import { windowCommandSchema } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { refuseInPhase } from '#core/exercise/phase-rules.ts';
import { listStanding } from '#core/exercise/state.ts';
import { fieldsOfCommand, fieldsOfEntry } from '#core/review/forms/build-fields.ts';
import { emptyValues, restoreValues } from '#core/review/forms/field.ts';
import { readAmendment, readForm, valuesOfEntry } from '#core/review/forms/read-form.ts';
import { listEvidence, listFeed } from '#core/review/list-feed.ts';
import { listReferences } from '#core/review/list-references.ts';
import { placeBlockers } from '#core/review/place-blockers.ts';
import { reviewPlaces, reviewSteps, verbsOf } from '#core/review/review-places.ts';
import { suggestDue } from '#core/review/suggest-due.ts';
import { whyNot } from '#core/review/why-not.ts';
import { end, gap, played, release, type Step } from '../../support/play.ts';

const action = (of: string): Step => [
  9,
  {
    type: 'agree_action',
    register_id: 'AI-2026Q1-001',
    gap: of,
    item: { title: 'Write a list', due_on: '2026-04-16' },
  },
];
const reviewed = played(
  [1, release('Q1-010')],
  [5, gap({ severity: 'high', when: 'the first mail came' })],
  action('G1'),
  [10, end],
  [20, { type: 'record_strength', what: 'Met in time', evidence: [] }],
);
const entryOf = (type: SavedEvent['type']) => {
  const found = listStanding(reviewed).find((event) => event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

describe('The places of the review', () => {
  test('are those of every command that belongs after the end, and of no other', () => {
    const types = windowCommandSchema.options.map(({ shape }) => shape.type.value);
    const allowed = types.filter((type) => {
      return [refuseInPhase('ended', { type } as never), refuseInPhase('final', { type } as never)].includes(null);
    });
    expect(Object.keys(reviewPlaces).toSorted()).toEqual(allowed.toSorted());
  });

  test('lie in steps, and every step but what is read there holds a form', () => {
    const places = reviewSteps.flatMap(({ step }) => verbsOf(step));
    expect(places.toSorted()).toEqual(Object.keys(reviewPlaces).toSorted());
  });
});

describe('A form', () => {
  test('has every field of its command', () => {
    const names = fieldsOfCommand(reviewed, 'agree_action').map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['gap', 'title', 'type', 'strength_of_fix']);
    expect(names).toContain('sponsor');
    expect(names).not.toContain('register_id');
    expect(fieldsOfCommand(reviewed, 'propose_runbook_change').map(({ name }) => name)).not.toContain('change');
  });

  test.each([
    ['record_gap', 'gap_recorded'],
    ['record_strength', 'strength_recorded'],
  ] as const)('%s filled in with an entry asks for the same entry', (verb, type) => {
    const fields = fieldsOfCommand(reviewed, verb);
    const read = readForm(verb, fields, { ...emptyValues(fields), ...valuesOfEntry(fields, entryOf(type)) });
    if (!read.ok) throw new Error(read.problem.message);
    expect({ ...entryOf(type).data, ...read.command }).toMatchObject(entryOf(type).data);
  });

  test('says which field is wrong', () => {
    const fields = fieldsOfCommand(reviewed, 'record_gap');
    const read = readForm('record_gap', fields, emptyValues(fields));
    expect(read).toMatchObject({ ok: false, field: 'title', problem: { message: 'Title: something is needed here.' } });
  });

  test('of feedback wants twelve digits from 1 to 5', () => {
    const fields = fieldsOfCommand(reviewed, 'record_feedback');
    const scores = Array.from({ length: 12 }, () => '4');
    expect(readForm('record_feedback', fields, { scores })).toMatchObject({ ok: true });
    expect(readForm('record_feedback', fields, { scores: scores.with(3, '9') })).toMatchObject({
      field: 'scores',
      problem: { message: expect.stringContaining('line 4 needs a digit from 1 to 5') },
    });
  });

  test('takes from a draft only what its fields can hold', () => {
    const fields = fieldsOfCommand(reviewed, 'record_gap');
    expect(restoreValues(fields, { title: 'x', evidence: 'no list', unknown: '1' })).toEqual({ title: 'x' });
    expect(restoreValues(fields, null)).toEqual({});
  });
});

describe('An amendment from a form', () => {
  const entry = entryOf('gap_recorded');
  const fields = fieldsOfEntry(reviewed, entry);
  const values = valuesOfEntry(fields, entry);

  test('holds what was changed and nothing else', () => {
    const read = readAmendment(entry, fields, { ...values, effect: 'it took 12 minutes' });
    expect(read).toMatchObject({
      command: { type: 'amend_entry', of: entry.seq, with: { effect: 'it took 12 minutes' } },
    });
  });

  test('empties what may be empty, and says which field may not', () => {
    const emptied = readAmendment(entry, fields, { ...values, when: '' });
    expect(emptied).toMatchObject({ command: { with: { when: null } } });
    expect(readAmendment(entry, fields, { ...values, title: ' ' })).toMatchObject({
      field: 'title',
      problem: { message: 'Title: something is needed here.' },
    });
  });

  test('without a change is none', () => {
    expect(readAmendment(entry, fields, values)).toMatchObject({ ok: false, problem: { code: 'unchanged' } });
  });
});

describe('The feed of the review', () => {
  test('marks what was written after the end', () => {
    expect(listFeed(reviewed).map(({ mark }) => mark)).toEqual(['T+0', 'T+1', 'T+5', 'T+9', 'T+10', 'after']);
  });

  test('offers injects and entries of the play as evidence, not the entry itself', () => {
    const { seq } = entryOf('gap_recorded');
    expect(listEvidence(reviewed, null).map(({ reference }) => reference)).toContain(`#${seq}`);
    expect(listEvidence(reviewed, seq).map(({ reference }) => reference)).not.toContain(`#${seq}`);
    expect(listEvidence(reviewed, seq)[0]?.reference).toBe('Q1-010');
  });
});

describe('A gap with an action', () => {
  test('names what refers to it', () => {
    expect(listReferences(reviewed, entryOf('gap_recorded').seq).map(({ name }) => name)).toEqual(['AI-1']);
  });

  test.each([
    ['critical', '2026-04-01'],
    ['high', '2026-04-16'],
    ['medium', '2026-05-16'],
    ['low', '2026-06-15'],
  ] as const)('that is %s suggests %s', (severity, due) => {
    expect(suggestDue(severity, '2026-03-17', '2026-03-17')).toEqual({ due, isOver: false });
  });

  test('without a severity suggests no date', () => {
    expect(suggestDue(undefined, '2026-03-17', '2026-03-17')).toBeNull();
    expect(suggestDue('critical', '2026-03-17', '2026-04-02')).toEqual({ due: '2026-04-01', isOver: true });
  });
});

describe('What blocks FINAL', () => {
  test('leads to the step in which it is settled', () => {
    expect(placeBlockers(reviewed).map(({ step, name }) => [step, name])).toEqual([
      ['actions', 'AI-1'],
      ['objectives', 'O1'],
      ['objectives', 'O2'],
    ]);
  });

  test('keeps nothing else from being recorded', () => {
    expect(whyNot(reviewed, 'record_gap')).toBeNull();
    expect(whyNot(reviewed, 'open_revision')).toBe(
      'The report is not FINAL. Change what you need; no new revision is necessary.',
    );
  });
});
