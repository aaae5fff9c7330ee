import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { type Field, findFault, readFilled } from './act.ts';
import { draftOf } from './act-dialog.tsx';
import s from './capture.module.css';
import { CaptureField } from './capture-field.tsx';
import { type Capturing, type Draft, useLive, useLiveStore } from './live-context.tsx';
import { minutesSeconds } from './words.ts';

const slowMs = 100;

/** One line under one letter. The time is that of the key press, also of one before a restart. */
export function CaptureForm({ capturing }: { readonly capturing: Capturing }) {
  const { act, pressedM: now } = capturing;
  const { drafts, keepDraft, unkept, stopCapturing, sending } = useLive(
    'drafts',
    'keepDraft',
    'unkept',
    'stopCapturing',
    'sending',
  );
  const [kept] = useState(() => leftIn(drafts.get(act.id), sending));
  const pressedM = typeof kept?.pressedM === 'number' ? kept.pressedM : now;
  const [isEmpty, setEmpty] = useState(!kept?.text);
  const [typed, setTyped] = useState<Draft>(kept ?? {});
  const form = useRef<HTMLFormElement>(null);
  const isOpen = useReturningFocus(form);
  const { isSending, submit } = useSending(capturing, pressedM, isOpen);

  function input(event: FormEvent<HTMLFormElement>) {
    const { [act.fields[0]?.name ?? '']: text = '', ...rest } = draftOf(event.currentTarget);
    setTyped(rest);
    const isBlank = [text, rest.question ?? ''].every((words) => String(words).trim() === '');
    setEmpty(isBlank);
    keepDraft(act.id, isBlank ? null : { ...rest, text, pressedM });
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') stopCapturing();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  }
  return (
    <form
      ref={form}
      className={s.form}
      aria-label={act.name}
      inert={isSending}
      noValidate
      onSubmit={submit}
      onInput={input}
      onKeyDown={press}
    >
      <Stamp name={act.name} pressedM={pressedM} isKept={!isEmpty && !unkept.has(act.id)} />
      {act.fields.map((field, at) => (
        <CaptureField
          key={field.name}
          field={field}
          isFirst={at === 0}
          isAsked={isAsked(field, act, typed)}
          initial={initialOf(field, kept, at === 0)}
        />
      ))}
      <div className={s.foot}>
        <span className="tiny quiet">One line is enough</span>
        <button type="submit" className="button small" disabled={isEmpty}>
          Save <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}

/**
 * From the key to the disk. The next letter opens the next form meanwhile, also the same again, and is no word in this one. What is
 * seen changes only on a slow disk: drawing takes longer than saving.
 */
function useSending({ act, turn }: Capturing, pressedM: number, isOpen: { readonly current: boolean }) {
  const { give, refuse, keepDraft, stopCapturing, sending } = useLive(
    'give',
    'refuse',
    'keepDraft',
    'stopCapturing',
    'sending',
  );
  const live = useLiveStore();
  const [isSending, setSending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (form.dataset.sending !== undefined) return;
    const filled = readFilled(new FormData(form));
    const fault = findFault(act, filled);
    if (fault !== null) return refuse(fault.words);
    const draft = live.getState().drafts.get(act.id);
    form.dataset.sending = '';
    if (draft) sending.add(draft);
    const slow = setTimeout(() => setSending(true), slowMs);
    const isSaved = await give(act.toCommand(filled), pressedM);
    clearTimeout(slow);
    if (draft) sending.delete(draft);
    // At once: focus reaches nothing that is inert, and a key must not fall into a form that is about to close.
    flushSync(() => {
      setSending(false);
      if (isSaved && isOpen.current) stopCapturing(turn);
    });
    delete form.dataset.sending;
    if (isSaved && live.getState().drafts.get(act.id) === draft) keepDraft(act.id, null);
    if (!isSaved) form.querySelector('textarea')?.focus();
  }
  return { isSending, submit };
}

/** What was begun and not sent yet: words that are on their way belong to no form any more. */
const leftIn = (draft: Draft | undefined, sending: ReadonlySet<Draft>) =>
  draft && sending.has(draft) ? undefined : draft;

function Stamp({
  name,
  pressedM,
  isKept,
}: {
  readonly name: string;
  readonly pressedM: number;
  readonly isKept: boolean;
}) {
  const { state, selected, cover } = useLive('state', 'selected', 'cover');
  const inject = selected === null || cover === 'all' ? null : consoleInject(state, selected);
  return (
    <div className={s.stamp}>
      <span>
        <b>{name}</b>{' '}
        <span className="quiet">
          at T+{minutesSeconds(exerciseMinutesAt(state, pressedM) * 60)}
          {inject?.isReleased ? `, ${inject.title}` : ''}
        </span>
      </span>
      <span className="faint">{isKept ? 'Draft kept' : ''}</span>
    </div>
  );
}

function isAsked({ only }: Field, { fields }: Capturing['act'], typed: Draft): boolean {
  return !only || (typed[only.name] ?? fields.find(({ name }) => name === only.name)?.initial) === only.is;
}

function initialOf(field: Field, kept: Draft | undefined, isFirst: boolean): string {
  const words = kept?.[isFirst ? 'text' : field.name];
  return typeof words === 'string' ? words : typeof field.initial === 'string' ? field.initial : '';
}

/** To the line, and back to where it was once the form goes, unless another form has the focus by then. At once: keys come fast. */
function useReturningFocus(form: { readonly current: HTMLFormElement | null }) {
  const isOpen = useRef(false);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const line = form.current?.querySelector('textarea');
    isOpen.current = true;
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
    return () => {
      isOpen.current = false;
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && before instanceof HTMLElement) before.focus();
    };
  }, [form]);
  return isOpen;
}
