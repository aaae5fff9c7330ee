import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Field, findFault, readFilled } from './act.ts';
import { draftOf } from './act-dialog.tsx';
import s from './capture.module.css';
import { CaptureField } from './capture-field.tsx';
import { Begun, Stamp } from './capture-stamp.tsx';
import { type Capturing, type Draft, useLive, useLiveStore } from './live-context.tsx';
import { tellWording } from './tell-wording.ts';

const slowMs = 100;

/** One line under one letter. The time is that of the key press, also of one before a restart. */
export function CaptureForm({ capturing }: { readonly capturing: Capturing }) {
  const { act } = capturing;
  const { unkept, stopCapturing } = useLive('unkept', 'stopCapturing');
  const form = useRef<HTMLFormElement>(null);
  const { kept, pressedM, isBegunEarlier, isEmpty, typed, wording, input, setToNow, discard } = useTyped(
    capturing,
    form,
  );
  const isOpen = useReturningFocus(form);
  const { isSending, submit } = useSending(capturing, pressedM, isOpen);

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
      {isBegunEarlier && <Begun pressedM={pressedM} onNow={setToNow} onDiscard={discard} />}
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
        <span className="tiny quiet">{wording ?? 'One line is enough'}</span>
        <button type="submit" className="button small" disabled={isEmpty}>
          Save <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}

/** What is typed, kept at every key. A form that was left and is opened again has its words and its moment back. */
function useTyped({ act, pressedM: now }: Capturing, form: { readonly current: HTMLFormElement | null }) {
  const { drafts, keepDraft, sending, pressM, stopCapturing } = useLive(
    'drafts',
    'keepDraft',
    'sending',
    'pressM',
    'stopCapturing',
  );
  const [kept] = useState(() => leftIn(drafts.get(act.id), sending));
  const [pressedM, setPressedM] = useState(typeof kept?.pressedM === 'number' ? kept.pressedM : now);
  const [isBegunEarlier, setBegunEarlier] = useState(kept !== undefined);
  const [isEmpty, setEmpty] = useState(!kept?.text);
  const [typed, setTyped] = useState<Draft>(kept ?? {});
  const [wording, setWording] = useState<string | null>(null);
  const live = useLiveStore();

  function keep(from: HTMLFormElement, at: number) {
    const { [act.fields[0]?.name ?? '']: text = '', ...rest } = draftOf(from);
    setTyped(rest);
    const isBlank = [text, rest.question ?? ''].every((words) => String(words).trim() === '');
    setEmpty(isBlank);
    setWording(tellWording(live.getState().state, act.verb, act.fields[0]?.name ?? '', String(text)));
    keepDraft(act.id, isBlank ? null : { ...rest, text, pressedM: at });
  }
  function setToNow() {
    const at = pressM();
    setPressedM(at);
    setBegunEarlier(false);
    if (form.current) keep(form.current, at);
    form.current?.querySelector('textarea')?.focus(); // the button is about to go
  }
  function discard() {
    keepDraft(act.id, null);
    stopCapturing();
  }
  const input = (event: FormEvent<HTMLFormElement>) => keep(event.currentTarget, pressedM);
  return { kept, pressedM, isBegunEarlier, isEmpty, typed, wording, input, setToNow, discard };
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
    const own = form.current;
    const line = own?.querySelector('textarea');
    isOpen.current = true;
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
    return () => {
      isOpen.current = false;
      const focused = document.activeElement;
      const isFree = focused === null || focused === document.body || own?.contains(focused);
      if (isFree && before instanceof HTMLElement) before.focus();
    };
  }, [form]);
  return isOpen;
}
