import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { PictureListener, RoomPicture } from '#contract/room.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import type { Application } from '#services/application/application.ts';

/** An application that remembers what it was asked and tells what a test has it tell. */
export type FakeApplication = Omit<Application, 'theme'> & {
  readonly asked: readonly { readonly name: string; readonly input: unknown }[];
  readonly notify: (notice: ConsoleNotice) => void;
  readonly show: (picture: RoomPicture) => void;
  readonly roomChanges: () => number;
  readonly isClosed: () => boolean;
  theme: Application['theme'];
  /** What it answers from now on. */
  answers: (name: string, input: unknown) => Promise<Outcome<unknown>>;
};

export function createFakeApplication(): FakeApplication {
  const asked: { name: string; input: unknown }[] = [];
  const notices = new Set<(notice: ConsoleNotice) => void>();
  const pictures = new Set<PictureListener>();
  let picture: RoomPicture = { show: 'waiting' };
  let roomChanges = 0;
  let isClosed = false;
  const application: FakeApplication = {
    asked,
    answers: async () => succeed({}),
    answer: (name, input) => {
      asked.push({ name, input });
      return application.answers(name, input);
    },
    onNotice: (listener) => {
      notices.add(listener);
      return () => notices.delete(listener);
    },
    onPicture: (listener) => {
      pictures.add(listener);
      listener(picture, null);
      return () => pictures.delete(listener);
    },
    theme: async () => null,
    isRunning: () => false,
    woke: () => {},
    roomChanged: () => {
      roomChanges += 1;
    },
    close: async () => {
      isClosed = true;
      return { told: [], isAllKept: true };
    },
    notify: (notice) => {
      for (const listener of notices) listener(notice);
    },
    show: (next) => {
      picture = next;
      for (const listener of pictures) listener(next, null);
    },
    roomChanges: () => roomChanges,
    isClosed: () => isClosed,
  };
  return application;
}
