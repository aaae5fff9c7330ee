import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { findMissing, type HeldCapture } from '#services/application/unsaved-captures.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const observe = (text: string): WindowCommand => ({ type: 'record_observation', kind: 'fact', text });

/** Notes of a scribe that were pasted together: one key press for all of them. */
async function started() {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  pass(3);
  const folder = join(workspace, 'exercises', exercise);
  const journal = join(folder, 'journal-0001.jsonl');
  const paste = (text: string) =>
    muster.ask.give_command({ exercise, command: observe(text), pressedM: 60_000 }).then(({ ok }) => ok);
  return { workspace, clock, exercise, folder, journal, paste, ...muster };
}

const textsOf = (events: readonly { readonly data: object }[]) =>
  events.flatMap(({ data }) => ('text' in data ? [data.text] : []));

describe('Captures of one time, of which the first is saved and the others wait', () => {
  it('are all saved once the disk takes them, also two with the same words', async () => {
    const { exercise, journal, paste, ask, close } = await started();
    expect(await paste('same')).toBe(true);
    const { size } = await stat(journal);
    await appendFile(journal, '\n');
    for (const text of ['second', 'same', 'same']) expect(await paste(text)).toBe(false);
    await truncate(journal, size);
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    const { events } = need(await ask.open_exercise({ exercise }));
    expect(textsOf(events)).toEqual(['same', 'second', 'same', 'same']);
    await close();
  });

  it('are still shown when the exercise is opened while it is damaged, and saved once it is whole', async () => {
    const { exercise, journal, paste, ask, close } = await started();
    await paste('first');
    const { size } = await stat(journal);
    await appendFile(journal, '\n');
    for (const text of ['second', 'third']) await paste(text);
    const damaged = need(await ask.open_exercise({ exercise }));
    expect(damaged.readOnly).toContain('damaged');
    expect(damaged.unsaved.map(({ text }) => text)).toEqual(['second', 'third']);
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 2 });
    await truncate(journal, size);
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    expect(textsOf(need(await ask.open_exercise({ exercise })).events)).toEqual(['first', 'second', 'third']);
    await close();
  });

  it('are saved once by the next run, where the disk had taken one of them and answered with an error', async () => {
    const { workspace, clock, exercise, folder, journal, paste, close } = await started();
    await paste('first');
    const { size } = await stat(journal);
    await appendFile(journal, '\n');
    for (const text of ['second', 'third']) await paste(text);
    await close();
    await truncate(journal, size);
    const noted = await readFile(join(folder, 'notes.json'));
    const once = await openMuster(workspace, clock);
    need(await once.ask.retry_unsaved({ exercise })); // all of them are in the journal now
    await once.close();
    expect(JSON.parse(await readFile(join(folder, 'notes.json'), 'utf8'))).toMatchObject({ content: { unsaved: [] } });
    await writeFile(join(folder, 'notes.json'), noted); // as a crash leaves it that came before the note
    const again = await openMuster(workspace, clock);
    expect(need(await again.ask.open_exercise({ exercise })).unsaved).toEqual([]);
    expect(need(await again.ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    expect(textsOf(need(await again.ask.open_exercise({ exercise })).events)).toEqual(['first', 'second', 'third']);
    await again.close();
  });
});

describe('A capture noted by a version that did not mark captures', () => {
  const press = { t: '2026-03-17T09:01:00.000Z', m: 60_000 };
  const held = (text: string): HeldCapture => ({
    ...{ ...press, type: 'observation_recorded', text, why: null, command: observe(text) },
  });
  it('is known by its time and its words', () => {
    const data = { observation: 'OB1', text: 'Said “yes”', kind: 'fact' } as const;
    const events = [{ seq: 2, s: 'earlier', ...press, type: 'observation_recorded' as const, data }];
    const waiting = [held('Said “yes”'), held('Said “no”')];
    expect(findMissing(waiting, events).map(({ text }) => text)).toEqual(['Said “no”']);
  });
});
