import { findInject } from '../../scenario/find-inject.ts';
import type { AttachmentKind, Channel } from '../../scenario/vocabulary.ts';
import { storylineTimeAt } from '../clock.ts';
import { type ExerciseState, findFirst } from '../state.ts';

/** An inject as it goes out: scripted, from the pocket or improvised, in the text that was chosen. */
export type Shown = {
  readonly id: string;
  readonly audience: 'room' | 'named' | 'facilitator_reads';
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  readonly body: string;
  /** A scripted inject brings its own; the others carry the storyline time at which they were first shown. */
  readonly storylineTime: string;
  readonly tlp: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly kind: AttachmentKind;
    readonly text: string | null;
    readonly file: string | null;
  }[];
};

export function findShown(
  state: ExerciseState,
  { inject: id, already_done }: { readonly inject: string; readonly already_done: boolean },
): Shown | null {
  return findScripted(state, id, already_done) ?? findFromPocket(state, id) ?? findImprovised(state, id);
}

function findScripted(state: ExerciseState, id: string, alreadyDone: boolean): Shown | null {
  const inject = findInject(state.scenario, id);
  if (!inject) return null;
  const { audience, channel, from, to, subject, storyline_time, tlp, attachments } = inject;
  const body = alreadyDone ? (inject.if_already?.body ?? inject.body) : inject.body;
  const files = attachments.map(({ name, kind, text, file }) => ({
    name,
    kind,
    text: text ?? null,
    file: file ?? null,
  }));
  return {
    id,
    audience,
    channel,
    from,
    to,
    subject: subject ?? null,
    body,
    storylineTime: storyline_time,
    tlp: tlp ?? null,
    attachments: files,
  };
}

function findFromPocket(state: ExerciseState, id: string): Shown | null {
  const inject = state.scenario.contingency.find((contingency) => contingency.id === id);
  if (!inject) return null;
  const { audience, channel, from, to, subject, body } = inject;
  return { id, audience, channel, from, to, subject: subject ?? null, body, ...unscripted(state, id) };
}

function findImprovised(state: ExerciseState, id: string): Shown | null {
  const event = findFirst(state, `improvised:${id}`);
  if (event?.type !== 'inject_improvised') return null;
  const { channel, from, to, subject, body } = event.data;
  return { id, audience: 'room', channel, from, to, subject: subject ?? null, body, ...unscripted(state, id) };
}

function unscripted(state: ExerciseState, id: string) {
  const first = findFirst(state, `released:${id}`);
  const storylineTime = first ? storylineTimeAt(state, first.m) : state.scenario.storyline_start;
  return { storylineTime, tlp: null, attachments: [] };
}
