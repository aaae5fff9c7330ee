import { describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { listDecisions, listMadeDecisions } from '#core/exercise/views/console-view-decisions.ts';
import { countFeed, listFeed } from '#core/exercise/views/console-view-feed.ts';
import { consoleInject, listActions } from '#core/exercise/views/console-view-inject.ts';
import { listNext, listOrder, listPocket, listReleasedPocket } from '#core/exercise/views/console-view-order.ts';
import { listPeople } from '#core/exercise/views/console-view-people.ts';
import { previewRelease } from '#core/exercise/views/console-view-preview.ts';
import { consoleTimes, listSitreps } from '#core/exercise/views/console-view-time.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { unasked } from '#core/report/script-words.ts';
import { listFeed as listReviewFeed } from '#core/review/list-feed.ts';
import {
  decision,
  gap,
  minute,
  pause,
  played,
  playedOf,
  playedWith,
  release,
  resume,
  sampleSetup,
  undo,
} from '../../support/play.ts';

const rowOf = (state: Parameters<typeof listOrder>[0], at: number, inject: string) =>
  listOrder(state, minute(at)).find((row) => row.inject === inject);
const skip = (inject: string): Command => ({ type: 'skip_inject', inject, reason: 'out of time' });
const hold = (inject: string): Command => ({ type: 'hold_inject', inject, reason: 'still discussing' });
const move = (inject: string, to_min: number): Command => ({ type: 'move_inject', inject, to_min });
const ask = (answer: string): Command => ({
  type: 'record_question',
  question: 'Who?',
  inject: 'Q1-010',
  answer,
  to_room: false,
});

const improvise: Command = {
  type: 'improvise_inject',
  title: 'A call',
  channel: 'phone_call',
  from: 'The carrier',
  to: 'Everybody',
  body: 'The line is down.',
  roles: [],
};

describe('The running order', () => {
  it('has what was released from outside the script as rows of their own, until that is undone', () => {
    const state = played([0, release('Q1-010')], [3, improvise]);
    expect(listReleasedPocket(state, minute(5))).toMatchObject([
      { inject: 'AH-1', title: 'A call', state: 'current', minute: 3, sinceMinutes: 2, ownMinutes: 0 },
    ]);
    expect(listReleasedPocket(played([3, improvise], [4, undo]), minute(5))).toEqual([]);
    expect(listReleasedPocket(played([3, improvise], [4, release('Q1-010')]), minute(5))[0]?.state).toBe('released');
  });

  it('tells what is in the room, released, due, to come and left out', () => {
    const state = played([0, release('Q1-010')], [10, release('Q1-020')]);
    expect(listOrder(state, minute(25)).map((row) => row.state)).toEqual([
      'released',
      'current',
      'due',
      'out',
      'to_come',
    ]);
    expect(rowOf(state, 25, 'Q1-030')).toMatchObject({ minute: 20, sinceMinutes: 5 });
    expect(rowOf(state, 25, 'Q1-040')?.reason).toBe('Left out in Plan: it does not fit the length');
  });

  it('counts the minutes of one that was shown again from then', () => {
    const state = played([0, release('Q1-010')], [10, release('Q1-020')], [22, release('Q1-010')]);
    expect(rowOf(state, 25, 'Q1-010')).toMatchObject({ state: 'current', minute: 0, sinceMinutes: 3 });
  });

  it('moves injects up behind one that is left out or skipped, each with its own minutes', () => {
    expect(rowOf(played(), 0, 'Q1-050')).toMatchObject({ minute: 30, ownMinutes: 20 });
    expect(rowOf(played([1, skip('Q1-020')]), 1, 'Q1-050')?.minute).toBe(20);
    expect(rowOf(played([1, skip('Q1-020')]), 1, 'Q1-020')).toMatchObject({ state: 'skipped', reason: 'out of time' });
  });

  it('lets a moved inject fall due where it was moved to, and no other', () => {
    const state = played([1, move('Q1-020', 40)]);
    expect(rowOf(state, 15, 'Q1-020')).toMatchObject({ state: 'to_come', minute: 40 });
    expect(rowOf(state, 15, 'Q1-030')?.minute).toBe(20);
    expect(listNext(listOrder(state, minute(15))).map(({ inject }) => inject)).toEqual([
      'Q1-010',
      'Q1-030',
      'Q1-050',
      'Q1-020',
    ]);
  });

  it('keeps what is held at the end of what comes next, with its reason', () => {
    const state = played([0, release('Q1-010')], [9, hold('Q1-020')]);
    expect(rowOf(state, 30, 'Q1-020')).toMatchObject({ state: 'held', reason: 'still discussing' });
    expect(listNext(listOrder(state, minute(9))).at(-1)?.inject).toBe('Q1-020');
  });

  it('falls back with undo', () => {
    const state = played([0, release('Q1-010')], [10, release('Q1-020')], [11, undo]);
    expect(rowOf(state, 11, 'Q1-010')?.state).toBe('current');
    expect(rowOf(state, 11, 'Q1-020')?.state).toBe('due');
  });

  it('makes nothing fall due while it is paused', () => {
    const state = played([0, release('Q1-010')], [5, pause]);
    expect(rowOf(state, 60, 'Q1-020')?.state).toBe('to_come');
  });

  it('names the roles that alone may see an inject, and the pocket with what to watch for', () => {
    expect(rowOf(played(), 0, 'Q1-050')?.onlyFor).toEqual(['EXEC']);
    expect(listPocket(played([3, release('Q1-C1')]))).toMatchObject([
      { inject: 'Q1-C1', trigger: 'Too quiet', minute: 3 },
    ]);
  });
});

describe('The head of the console', () => {
  it('counts what is left of the length, and what the kept injects still need', () => {
    const state = played([0, release('Q1-010')]);
    expect(consoleTimes(state, minute(4))).toMatchObject({ leftMinutes: 56, neededMinutes: 46, exerciseSeconds: 240 });
    expect(consoleTimes(state, minute(30)).neededMinutes).toBe(40);
  });

  it('stands still while paused and says how long', () => {
    const state = played([10, pause]);
    expect(consoleTimes(state, minute(14))).toMatchObject({
      phase: 'paused',
      exerciseSeconds: 600,
      haltedSeconds: 240,
    });
    expect(consoleTimes(played([10, pause], [14, resume]), minute(20)).pausedMinutes).toBe(4);
  });

  it('counts who is in the room as they come and go, and names them in the feed', () => {
    const leave: Command = { type: 'change_attendance', role: 'IC', change: 'left' };
    const stand: Command = {
      type: 'change_attendance',
      role: 'IC',
      name: 'Kim',
      change: 'arrived',
      stands_in_for: 'Dana',
    };
    expect(consoleTimes(played([1, leave]), minute(2))).toMatchObject({ present: 0, invited: 1 });
    const both = played([1, leave], [2, stand]);
    expect(consoleTimes(both, minute(2))).toMatchObject({ present: 1, invited: 2 });
    expect(listPeople(both).map(({ roles, isPresent }) => [roles, isPresent])).toEqual([
      [['IC'], false],
      [['IC'], true],
    ]);
    expect(
      listFeed(both)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['Kim arrived, standing in for Dana', 'Incident Commander left']);
  });

  it('marks two situation reports, given or to come', () => {
    const sitrep: Command = { type: 'change_room', show: 'sitrep' };
    expect(listSitreps(played())).toEqual([
      { minute: 20, isGiven: false },
      { minute: 40, isGiven: false },
    ]);
    expect(listSitreps(played([23, sitrep]))[0]).toEqual({ minute: 23, isGiven: true });
  });
});

describe('A decision on the console', () => {
  it('runs from the release and is late past its target', () => {
    const [open] = listDecisions(played([2, release('Q1-010')]), minute(14));
    expect(open).toMatchObject({ id: 'D1', openSeconds: 720, targetMinutes: 10, made: null, isOpenInRoom: false });
    const [made] = listDecisions(played([2, release('Q1-010')], [15, decision('D1')]), minute(20));
    expect(made).toMatchObject({ openSeconds: 780, made: { choice: 'Wait', by: 'IC', isLate: true } });
  });

  it('of an inject for named roles is not for the room', () => {
    expect(listDecisions(played([2, release('Q1-050')]), minute(3))[0]).toMatchObject({ id: 'D5', isPrivate: true });
  });

  it('is not rated where the facilitator is Incident Commander too', () => {
    const setup = { ...sampleSetup, plan: { ...sampleSetup.plan, seat: 'both' as const } };
    const state = playedWith(setup, [2, release('Q1-010')]);
    expect(listDecisions(state, minute(3))[0]?.notRated).toContain('not rated');
  });

  it('can be revised once made, a one-key capture too', () => {
    const state = played([2, release('Q1-010')], [3, decision('D1')], [4, decision('new', { question: 'Tell them?' })]);
    expect(listMadeDecisions(state).map(({ question }) => question)).toEqual(['Do we declare?', 'Tell them?']);
  });
});

describe('An inject on the stage', () => {
  it('shows its actions by target, late, seen and not done', () => {
    const state = played(
      [0, release('Q1-010')],
      [10, release('Q1-020')],
      [12, { type: 'record_action', action: 'a2' }],
    );
    expect(listActions(state, 'Q1-010', minute(9))[0]).toMatchObject({ id: 'a1', byMinute: 5, lateMinutes: 4 });
    expect(listActions(state, 'Q1-020', minute(13))[1]).toMatchObject({ id: 'a2', state: 'on_time', seenMinute: 12 });
  });

  it('knows how a question was answered, and the other text it has', () => {
    const inject = consoleInject(played([0, release('Q1-010')], [1, ask('promised')]), 'Q1-010');
    expect(inject).toMatchObject({ isDetectable: true, isNoticed: false, alreadyWhen: 'declared' });
  });

  it('is shown before its release exactly as the room will see it', () => {
    const before = played([0, release('Q1-010')]);
    const length = before.log.items.length;
    const preview = previewRelease(before, 'Q1-020', { alreadyDone: false, nowM: minute(10) });
    expect(preview).toEqual(roomView(played([0, release('Q1-010')], [10, release('Q1-020')]), minute(10)));
    expect(before.log.items).toHaveLength(length);
  });

  it('for named roles has no preview of the room', () => {
    expect(previewRelease(played(), 'Q1-050', { alreadyDone: false, nowM: 0 })).toBeNull();
  });
});

describe('The feed', () => {
  it('tells newest first what stands, in plain words, with what can be amended', () => {
    const state = played(
      [0, release('Q1-010')],
      [4, gap()],
      [5, { type: 'park_item', text: 'Later' }],
      [6, gap()],
      [7, undo],
    );
    const feed = listFeed(state);
    expect(feed.map(({ kind, text, minute: at }) => [kind, text, at])).toEqual([
      ['P', 'Later', 5],
      ['G', 'No list of notices', 4],
      [null, '“First” released', 0],
      [null, 'Exercise started: Q1-SAMPLE, version 1.0', 0],
    ]);
    expect(feed[1]?.amendable).toEqual({
      field: 'title',
      text: 'No list of notices',
      who: { field: 'by', role: '', isNeeded: false },
    });
    expect(feed[2]?.canBeWithdrawn).toBe(false);
    expect(countFeed(feed)).toEqual({ captured: 1, parked: 1 });
  });

  it('tells an improvised inject in one line, which goes when its release is undone', () => {
    const words = (state: ReturnType<typeof played>) => listFeed(state).map(({ text }) => text);
    expect(words(played([3, improvise]))).toEqual(['Improvised: A call', 'Exercise started: Q1-SAMPLE, version 1.0']);
    expect(words(played([3, improvise], [4, undo]))).toEqual(['Exercise started: Q1-SAMPLE, version 1.0']);
  });

  it('stands in the order of the exercise, also where something was written down later', () => {
    const state = played([6, gap()], [2, { type: 'park_item', text: 'They call the desk' }]);
    expect(listFeed(state).map(({ minute: at }) => at)).toEqual([6, 2, 0]);
    expect(listReviewFeed(state).map(({ mark }) => mark)).toEqual(['T+0', 'T+2', 'T+6']);
  });

  it('puts no second quotation marks round a title', () => {
    const [first, ...others] = played().scenario.injects;
    if (!first) throw new Error('The sample has no injects.');
    const scenario = { ...played().scenario, injects: [{ ...first, title: '“Happy to take this one”' }, ...others] };
    expect(listFeed(playedOf(scenario, sampleSetup, [0, release(first.id)]))[0]?.text).toBe(
      '“Happy to take this one” released',
    );
  });

  it('says what was left out, what was decided without a question, and a clock by its name', () => {
    const decided = { type: 'record_decision', decision: 'new', question: unasked, by: 'IC' } as const;
    const state = played(
      [4, { ...decided, choice: 'Freeze until 16:00.', rationale: 'It spreads' }],
      [5, { type: 'leave_out_injects', injects: ['Q1-010', 'Q1-020', 'Q1-030', 'Q1-050'] }],
      [6, release('Q1-030')],
      [7, { type: 'recognise_clock', clock: 'GDPR-33', by: 'LEGAL' }],
    );
    expect(listFeed(state).map(({ text }) => text)).toEqual([
      'Clock recognised: GDPR authority',
      '“Third” released, after all',
      '“First”, “Second” and 2 more left out',
      'Decided without being asked: Freeze until 16:00. Because: It spreads',
      'Exercise started: Q1-SAMPLE, version 1.0',
    ]);
  });
});
