import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { type Field, findTooLong, readFilled } from './act.ts';
import { draftOf } from './act-dialog.tsx';
import s from './capture.module.css';
import { CaptureField } from './capture-field.tsx';
import { type Capturing, type Draft, useLive } from './live-context.tsx';
import { minutesSeconds } from './words.ts';

/** One line under one letter. The time is that of the key press, also of one before a restart. */
export function CaptureForm({ capturing: { act, pressedM: now } }: { readonly capturing: Capturing }) {
  const { give, refuse, drafts, keepDraft, unkept, stopCapturing, state, selected } = useLive(
    'give',
    'refuse',
    'drafts',
    'keepDraft',
    'unkept',
    'stopCapturing',
    'state',
    'selected',
  );
  const [kept] = useState(() => drafts.get(act.id));
  const pressedM = typeof kept?.pressedM === 'number' ? kept.pressedM : now;
  const [isEmpty, setEmpty] = useState(!kept?.text);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isOpen = useReturningFocus(form);
  const inject = selected === null ? null : consoleInject(state, selected);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = readFilled(new FormData(event.currentTarget));
    const tooLong = findTooLong(act, filled);
    if (tooLong !== null) return refuse(tooLong);
    const command = act.toCommand(filled);
    setSending(true); // on a slow disk the next letter opens the next form, and is no word in this one
    const isSaved = await give(command, pressedM);
    flushSync(() => setSending(false)); // focus reaches nothing that is inert
    if (isSaved) keepDraft(act.id, null);
    if (isSaved && isOpen.current) stopCapturing();
    if (!isSaved) form.current?.querySelector('textarea')?.focus();
  }
  function input(event: FormEvent<HTMLFormElement>) {
    const { [act.fields[0]?.name ?? '']: text = '', ...rest } = draftOf(event.currentTarget);
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
      onSubmit={submit}
      onInput={input}
      onKeyDown={press}
    >
      <div className={s.stamp}>
        <span>
          <b>{act.name}</b>{' '}
          <span className="quiet">
            at T+{minutesSeconds(exerciseMinutesAt(state, pressedM) * 60)}
            {inject?.isReleased ? `, ${inject.title}` : ''}
          </span>
        </span>
        <span className="faint">{isEmpty || unkept.has(act.id) ? '' : 'Draft kept'}</span>
      </div>
      {act.fields.map((field, at) => (
        <CaptureField key={field.name} field={field} isFirst={at === 0} initial={initialOf(field, kept, at === 0)} />
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

function initialOf(field: Field, kept: Draft | undefined, isFirst: boolean): string {
  const words = kept?.[isFirst ? 'text' : field.name];
  return typeof words === 'string' ? words : typeof field.initial === 'string' ? field.initial : '';
}

/** To the line, and back to where it was once the form goes, unless another form has the focus by then. */
function useReturningFocus(form: { readonly current: HTMLFormElement | null }) {
  const before = useRef<Element | null>(null);
  const isOpen = useRef(false);
  useLayoutEffect(() => {
    before.current = document.activeElement;
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);
  useEffect(() => {
    const line = form.current?.querySelector('textarea');
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
  }, [form]);
  return isOpen;
}
