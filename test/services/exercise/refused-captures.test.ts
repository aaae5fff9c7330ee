import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { playExercise } from '#services/exercise/play-exercise.ts';

const acceptance = join(import.meta.dirname, '../../fixtures/acceptance');
const scenarioFile = join(acceptance, 'exercise.scenario.yaml');
const captures = await readFile(join(acceptance, 'exercise.captures.yaml'), 'utf8');

/** What is wrong, the edit, and what is said after `file:`. The first entry is line 13. */
const refused: readonly (readonly [what: string, find: string, put: string, says: string])[] = [
  ['an unknown verb', 'release: INJ-01', 'relase: INJ-01', '13: unknown verb relase'],
  ['an entry without a verb', '{at: 5, release: INJ-01}', '{at: 5}', '13: unknown verb (none)'],
  ['an entry that is none', '{at: 5, release: INJ-01}', 'release', '13: entry 1 is no list of fields'],
  [
    'a second verb',
    'release: INJ-02',
    'release: INJ-02, pause: x',
    '16: release: a second verb, pause, in the same entry',
  ],
  ['an unknown field', 'detected: INJ-01, by', 'detected: INJ-01, note: x, by', '14: detected: unknown field note'],
  ['a field of the wrong type', 'at: 15, release', 'at: soon, release', '16: release: at: found "soon"'],
  ['a minute in another year', 'at: 110, end', 'at: 1.0e+300, end', '41: end: at: found 1e+300'],
  ['an unknown role', 'INJ-01, by: SEC', 'INJ-01, by: CISO', '14: detected: by: found "CISO"'],
  ['an unknown inject', 'release: INJ-02', 'release: INJ-22', '16: release: The script has no such inject: INJ-22'],
  ['an unknown action', 'AC-3', 'AC-33', '29: action_observed: The script has no such expected action: AC-33'],
  ['an unknown decision', 'decision: D3', 'decision: D33', '31: decision: '],
  ['an unknown clock', 'clock_recognised: GDPR-33', 'clock_recognised: GDPR-34', '28: clock_recognised: '],
  [
    'an entry that is not there',
    '{at: 100, milestone: recovery_declared, by: IC}',
    '{at: 100, withdraw: 99, reason: x}',
    '40: withdraw: Refers to something unknown: there is no entry 99',
  ],
  ['time going backwards', 'at: 15, release', 'at: 3, release', '16: release: at 3 is before 14; time never goes back'],
  ['a thing the rules refuse', 'detected: INJ-02', 'detected: INJ-04', '25: detected: This inject is no cue'],
  [
    'something after the end',
    '  - {at: 110, end: true}',
    '  - {at: 110, end: true}\n  - {at: 111, pause: x}',
    '42: pause: x: The exercise has ended',
  ],
  ['a missing end', '  - {at: 110, end: true}\n', '', '12: captures: there is no `end: true`'],
  [
    'another scenario',
    'scenario: acceptance-exercise',
    'scenario: other',
    '2: scenario: other is not the scenario played',
  ],
  ['an unknown key above', 'participants:', 'places: 3\nparticipants:', '4: unknown field places'],
  ['a start that is no time', 'started: 2026-11-19T09:00:00Z', 'started: 9:00', '3: started: found "9:00"'],
  [
    'an unknown time zone',
    'participants:',
    'organisation: {name: W, time_zone: Mars/Olympus}\nparticipants:',
    '4: organisation.time_zone: found "Mars/Olympus"',
  ],
  [
    'a storyline start that is no time',
    'participants:',
    'plan: {storyline_start: soon}\nparticipants:',
    '4: plan.storyline_start: found "soon"',
  ],
  [
    'a storyline start on another weekday',
    'participants:',
    'plan: {storyline_start: 2026-10-16T09:00}\nparticipants:',
    '4: ',
  ],
  [
    'an unknown previous exercise',
    'participants:',
    'plan: {previous: 2025-x}\nparticipants:',
    '4: plan.previous: the workspace has no exercise 2025-x',
  ],
  [
    'a release after the end',
    '  - {at: 110, end: true}',
    '  - {at: 110, end: true}\n  - {at: 111, release: INJ-01}',
    '42: release: INJ-01: The exercise has ended',
  ],
  ['no number where a minute belongs', 'at: 15, release', 'at: .nan, release', '16: release: at: found .nan. `at` is'],
  ['an endless minute', 'at: 15, release', 'at: -.inf, release', '16: release: at: found -.inf. `at` is'],
  ['an empty name', 'name: Analyst One', 'name: ""', '7: participants.2.name: found "". Write something here'],
  [
    'an empty value of a field',
    'scenario: acceptance-exercise',
    'scenario:',
    '2: scenario: found null. Text is expected.',
  ],
  [
    'somebody who arrives without a name',
    '{at: 100, milestone: recovery_declared, by: IC}',
    '{at: 100, attendance: {role: SEC, arrived: true}}',
    '40: attendance: attendance.name is missing',
  ],
  [
    'somebody who neither leaves nor arrives',
    '{at: 100, milestone: recovery_declared, by: IC}',
    '{at: 100, attendance: {role: SEC, name: A}}',
    '40: attendance: attendance.left is missing, or attendance.arrived is missing',
  ],
  [
    'too little time for its only objective',
    'participants:',
    'plan: {length_min: 1, objectives: [O1]}\nparticipants:',
    '4: The exercise cannot start as planned: length_min 1 is too short: the musts need ',
  ],
  [
    'an amendment of a field to what it cannot be',
    '{at: 100, milestone: recovery_declared, by: IC}',
    '{at: 100, amend: 2, with: {by: 5}}',
    '40: amend: 2: The entry would not be complete after this change: by: found 5. Write one of IC, ',
  ],
  [
    'an amendment of a field it does not have',
    '{at: 100, milestone: recovery_declared, by: IC}',
    '{at: 100, amend: 2, with: {note: x}}',
    '40: amend: 2: The entry would not be complete after this change: it has no field note.',
  ],
  ['a bell', '# The worked', '# \u0007The worked', '1:3: the character U+0007 may not stand in this file; delete it'],
  [
    'a placeholder the script does not have',
    'participants:',
    'placeholders: {customer.topp: Alder}\nparticipants:',
    '4: placeholders: the script has no placeholder customer.topp; it has org.name',
  ],
  [
    'a placeholder in a value',
    'participants:',
    'placeholders: {org.name: "{{org.name}} Ltd"}\nparticipants:',
    '4: placeholders.org.name: found "{{org.name}} Ltd"; a value holds no placeholder of its own',
  ],
  [
    'a runbook that stands twice',
    'participants:',
    'plan:\n  runbooks:\n    - {id: RB-01, version: "1"}\n    - {id: RB-01, version: "2"}\nparticipants:',
    '7: plan.runbooks: RB-01 stands here a second time',
  ],
  [
    'a participant who stands twice',
    '  - {name: Analyst One, role: SEC}\n',
    '  - {name: Analyst One, role: SEC}\n  - {name: Analyst One, role: SEC}\n',
    '8: participants: Analyst One as SEC stands here a second time',
  ],
  ['a key that stands twice', 'started:', 'scenario: x\nstarted:', '3:1: the field scenario stands here a second time'],
];

let folder: string;
let before: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-refused-'));
  await play('good', captures, 'ws');
  before = await readTree(join(folder, 'ws'));
});

async function play(name: string, text: string, workspace: string): Promise<readonly string[]> {
  const capturesFile = join(folder, `${name}.yaml`);
  await writeFile(capturesFile, text);
  const played = await playExercise({
    scenarioFile,
    capturesFile,
    out: join(folder, `out-${name}`),
    workspace: join(folder, workspace),
    tell: () => {},
  });
  return 'problems' in played ? played.problems.map((line) => line.replace(`${capturesFile}:`, '')) : [];
}

/** Every file below with its content. */
async function readTree(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.sort().map(async (file) => `${file}: ${await readFile(file, 'utf8')}`));
}

describe('A captures file', () => {
  test.each(refused)('with %s is refused at its line, and nothing is written', async (_, find, put, says) => {
    const text = captures.replace(find, put);
    expect(text).not.toBe(captures);
    const problems = await play('bad', text, 'never');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, says.length)).toBe(says);
    expect(problems[0]).not.toMatch(/\.\.|Invalid|>=|one of the objectives/);
    expect((await play('bad', text, 'ws'))[0]).toBe(problems[0]);
    expect((await readdir(folder)).sort()).toEqual(['bad.yaml', 'good.yaml', 'out-good', 'ws']);
    expect(await readTree(join(folder, 'ws'))).toEqual(before);
  });

  test('with several faults is told all of them at once', async () => {
    const text = captures
      .replace('release: INJ-01}', 'relase: INJ-01}')
      .replace('detected: INJ-01, by: SEC', 'detected: INJ-01, by: CISO, note: x')
      .replace('  - {at: 110, end: true}\n', '')
      .replace('started: 2026-11-19T09:00:00Z', 'started: soon');
    const places = (await play('bad', text, 'never')).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(places.sort()).toEqual([
      '12: captures: there',
      '13: unknown verb',
      '14: detected: by:',
      '14: detected: unknown',
      '3: started: found',
    ]);
  });
});
