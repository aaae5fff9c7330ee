import { expect, it } from 'vitest';
import { type ConsoleBridge, eventsAtOnce } from '#contract/console.ts';
import { createExerciseStore } from '#renderer/state/exercise-store.ts';
import { makeLongExercise } from '../../bench/long-exercises.ts';
import { need, openMuster } from '../../support/open-muster.ts';

it('An exercise longer than one answer comes in parts, and a window mirrors all of it', async () => {
  const { workspace, exercise } = await makeLongExercise(eventsAtOnce + 200);
  const { ask, application, close } = await openMuster(workspace);
  const { events, position } = need(await ask.open_exercise({ exercise }));
  const rest = need(await ask.list_events({ exercise, after: events.length })).events;
  expect([events.length, rest.length]).toEqual([eventsAtOnce, position - eventsAtOnce]);
  expect([...events, ...rest].map(({ seq }) => seq)).toEqual(Array.from({ length: position }, (_, index) => index + 1));

  const mirror = createExerciseStore({ ...ask, onNotice: application.onNotice } as ConsoleBridge, exercise);
  await mirror.load();
  expect(mirror.store.getState().state?.position).toBe(position);
  const command = { type: 'record_observation', kind: 'fact', text: 'One more' } as const;
  need(await mirror.give(command));
  expect(mirror.store.getState().state?.position).toBe(position + 1);
  mirror.close();
  await close();
});
