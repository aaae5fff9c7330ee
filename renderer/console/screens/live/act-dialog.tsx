import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { listDecisions } from '#core/exercise/views/console-view-decisions.ts';
import { quoted } from '#core/report/term-words.ts';
import { type Act, type Field, findFault, readFilled } from './act.ts';
import { ActField } from './act-field.tsx';
import { ActPreview } from './act-preview.tsx';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { type Draft, type Opened, useLive } from './live-context.tsx';

type Props = { readonly opened: Extract<Opened, { kind: 'act' }> };

/** The form of one act. What was typed is kept until it is saved. */
export function ActDialog({ opened }: Props) {
  const { close, clearRefusal, give, refuse, refusal, drafts, keepDraft, pressM } = useLive(
    'close',
    'clearRefusal',
    'give',
    'refuse',
    'refusal',
    'drafts',
    'keepDraft',
    'pressM',
  );
  const { act, about, preset, pressedM } = opened;
  const formName = about ? `${act.id}:${about}` : act.id;
  const form = useRef<HTMLFormElement>(null);
  const [isTold, setTold] = useState(false);
  const draft = drafts.get(formName);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = readFilled(new FormData(event.currentTarget));
    const fault = findFault(act, filled);
    if (fault !== null) refuse(fault.words);
    if (fault?.field) goTo(event.currentTarget, fault.field);
    const isSaved = fault === null && (await give(act.toCommand(filled), act.isWhenSent ? pressM() : pressedM));
    if (!isSaved) return setTold(true);
    keepDraft(formName, null);
    close();
  }
  /** What was refused was read here, and does not stand on the screen behind. */
  function leave() {
    if (isTold) clearRefusal();
    close();
  }
  function press(event: KeyboardEvent) {
    const isOnlyChoice = act.fields.length === 1 && event.target instanceof HTMLSelectElement; // a list alone sends nothing
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || isOnlyChoice)) form.current?.requestSubmit();
  }
  const initialOf = (field: Field) => preset[field.name] ?? keptOf(draft, field) ?? field.initial ?? '';
  return (
    <Dialog title={act.name} onClose={leave} isWide={act.isPreviewed === true}>
      {act.warning && <p className={s.warning}>{act.warning}</p>}
      {leaving.has(act.verb) && <Unsaved />}
      {act.verb === 'end_exercise' && <Undecided />}
      {isTold && refusal && (
        <p className={s.problem} role="alert">
          {refusal}
        </p>
      )}
      <form
        ref={form}
        className={s.fields}
        noValidate
        onSubmit={submit}
        onKeyDown={press}
        onInput={({ currentTarget }) => keepDraft(formName, draftOf(currentTarget))}
      >
        <Fields fields={act.fields} initialOf={initialOf} />
        {act.isPreviewed && <ActPreview act={act} form={form} />}
        <div className={s.foot}>
          <button type="button" className="button" data-focus={act.isConfirmed} onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            {act.submit} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** To the control that has to be filled in, unfolded where it lies under More. */
function goTo(form: HTMLFormElement, name: string) {
  const control = form.querySelector<HTMLElement>(`[name="${name}"]`);
  const fold = control?.closest('details');
  if (fold) fold.open = true;
  control?.focus();
}

type FieldsProps = {
  readonly fields: readonly Field[];
  readonly initialOf: (field: Field) => string | readonly string[];
};

function Fields({ fields, initialOf }: FieldsProps) {
  const [first, more] = [fields.filter(({ isMore }) => !isMore), fields.filter(({ isMore }) => isMore)];
  const start = firstEmpty(first, initialOf);
  return (
    <>
      {first.map((field, at) => (
        <ActField key={field.name} field={field} initial={initialOf(field)} isFirst={at === start} />
      ))}
      {more.length > 0 && (
        <details>
          <summary>More, now or in Review</summary>
          <div className={s.more}>
            {more.map((field) => (
              <ActField key={field.name} field={field} initial={initialOf(field)} isFirst={false} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

const mostShown = 60;
const cutShort = (words: string) => (words.length > mostShown ? `${words.slice(0, mostShown).trimEnd()}…` : words);

const leaving: ReadonlySet<Act['verb']> = new Set(['end_exercise', 'suspend_exercise']);

/** What is still being typed is no capture yet. Where the room reads along, its words are not read out. */
function Unsaved() {
  const { drafts, listActs, cover } = useLive('drafts', 'listActs', 'cover');
  const typed = listActs().flatMap(({ id, name, letter }) => {
    const draft = letter && drafts.get(id);
    const words = draft ? String(draft.text || draft.question || '').trim() : '';
    if (words === '') return [];
    return [cover === 'all' ? name.toLowerCase() : `${name.toLowerCase()} ${quoted(cutShort(words))}`];
  });
  if (typed.length === 0) return null;
  return (
    <p className={s.problem}>
      Typed and not saved yet: <bdi>{typed.join(', ')}</bdi>. Cancel, press its letter and save it, or find its words in
      Review.
    </p>
  );
}

/** Asked, and nothing was decided: nobody can answer once play is over. */
function Undecided() {
  const { state } = useLive('state');
  const open = listDecisions(state, 0).filter(({ made }) => !made).length;
  if (open === 0) return null;
  return (
    <p className={s.problem}>
      {open === 1 ? 'One decision is' : `${open} decisions are`} asked and not made: D answers.
    </p>
  );
}

/** Where there is something to write; else the first. */
function firstEmpty(fields: readonly Field[], initialOf: FieldsProps['initialOf']): number {
  const at = fields.findIndex(
    (field) => field.kind !== 'choice' && (field.kind !== 'many' || field.isNeeded) && initialOf(field).length === 0,
  );
  if (at >= 0) return at;
  const open = fields.findIndex(({ kind, choices = [] }) => kind !== 'choice' || choices.length > 1); // one choice is none
  return Math.max(open, 0);
}

/** In a form somebody began, a tick that is not there was taken away, and an empty line was emptied. */
function keptOf(draft: Draft | undefined, { name, kind }: Field): string | undefined {
  const value = draft?.[name];
  if (typeof value === 'string') return value;
  return draft && (kind === 'many' || kind === 'yes') ? '' : undefined;
}

/** Several ticks under one name are lines of one text. */
export function draftOf(form: HTMLFormElement): Draft {
  const draft = new Map<string, string>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    const before = draft.get(name);
    draft.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return Object.fromEntries(draft);
}
