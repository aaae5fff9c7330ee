import { useMemo, useState } from 'react';
import type { Note } from '#core/captures/read-notes.ts';
import { commandsAtOnce } from '#core/exercise/commands.ts';
import { type ExerciseState, listStanding } from '#core/exercise/state.ts';
import { plural } from '#core/report/term-words.ts';
import type { ExerciseStore, Given } from '../state/exercise-store.ts';

const pastedByMistake = 'Pasted by mistake';

/** Entries of the last paste into each exercise, for as long as this window lives. */
const lastPaste = new Map<string, readonly number[]>();

/** A few dozen at a time, also once the dialog is closed; what is not recorded stays in the field. */
export function useRecorder(state: ExerciseState, giveAll: ExerciseStore['giveAll'], change: (text: string) => void) {
  const exercise = state.setup?.exercise ?? '';
  const [recording, setRecording] = useState<readonly Note[] | null>(null);
  const [recorded, setKept] = useState(() => lastPaste.get(exercise) ?? []);
  const [told, setTold] = useState('');

  const left = useMemo(() => {
    const standing = new Set(listStanding(state).map(({ seq }) => seq));
    return recorded.filter((seq) => standing.has(seq));
  }, [state, recorded]);
  function setRecorded(entries: readonly number[]) {
    lastPaste.set(exercise, entries);
    setKept(entries);
  }

  /** Each answer in the order given. */
  async function give(given: readonly Given[], doing: string) {
    const answers: Awaited<ReturnType<ExerciseStore['giveAll']>>[number][] = [];
    for (const some of inParts(given)) {
      setTold(`${doing} ${answers.length + 1} of ${given.length}… It goes on when you close this.`);
      answers.push(...(await giveAll(some)));
    }
    return answers;
  }
  async function record(pasted: string, notes: readonly Note[]) {
    const ready = notes.flatMap(({ line, problem, command, m }) =>
      problem === null && command && m !== null ? [{ line, given: { command, pressedM: m } }] : [],
    );
    if (recording !== null || ready.length === 0) return;
    setRecording(notes);
    const answers = await give(
      ready.map(({ given }) => given),
      'Recording',
    );
    const done = new Set(ready.flatMap(({ line }, at) => (isTaken(answers[at]) ? [line] : [])));
    change(keepOthers(pasted, notes, done));
    setRecorded(answers.flatMap((answer) => (answer.ok ? [answer.value.position] : [])));
    setTold(`${plural(done.size, 'line')} recorded.${whyNot(answers)}`);
    setRecording(null);
  }
  async function takeBack() {
    setRecording([]);
    const given = left.map((of) => ({
      command: { type: 'withdraw_entry' as const, of, reason: pastedByMistake },
      pressedM: null,
    }));
    const answers = await give(given, 'Taking back');
    setRecorded(left.filter((_, at) => !answers[at]?.ok));
    setTold(`${plural(answers.filter(({ ok }) => ok).length, 'line')} taken back.${whyNot(answers)}`);
    setRecording(null);
  }
  return { record, recording, told, recorded: left, takeBack };
}

type Answer = Awaited<ReturnType<ExerciseStore['giveAll']>>[number];

/** What waits for the disk is off this dialog's hands, and told at the foot of the stage. */
const isTaken = (answer: Answer | undefined) => answer?.ok === true || answer?.problem.code === 'kept_unsaved';

function whyNot(answers: readonly Answer[]): string {
  const problem = answers.flatMap((answer) => (isTaken(answer) || answer.ok ? [] : [answer.problem]))[0];
  return problem ? ` The others were not: ${problem.message} ${problem.hint}` : '';
}

/** In the whole length of their words, as much as goes in one request. */
const mostAtOnce = 100_000;

function inParts(given: readonly Given[]): readonly (readonly Given[])[] {
  const parts: Given[][] = [];
  let length = 0;
  for (const one of given) {
    const own = JSON.stringify(one).length;
    const last = parts.at(-1);
    if (last && last.length < commandsAtOnce && length + own <= mostAtOnce) {
      last.push(one);
      length += own;
    } else {
      parts.push([one]);
      length = own;
    }
  }
  return parts;
}

/** Each with its own time, also where that stood in a line that is recorded now. */
function keepOthers(pasted: string, notes: readonly Note[], done: ReadonlySet<number>): string {
  const inherited = new Map(
    notes.flatMap(({ line, isInherited, minute }) => (isInherited ? [[line, minute] as const] : [])),
  );
  return pasted
    .split(/\r?\n/)
    .flatMap((words, at) => {
      if (done.has(at + 1)) return [];
      const minute = inherited.get(at + 1);
      return [typeof minute === 'number' ? `T+${minute} ${words.trim()}` : words];
    })
    .join('\n')
    .trim();
}
