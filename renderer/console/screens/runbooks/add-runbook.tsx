import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { type TakeIn, takeInSchema } from '#core/runbooks/register.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { guessFromName, readPicked } from './picked-file.ts';
import css from './runbooks.module.css';
import type { RunbookFile, RunbooksDoing } from './use-runbooks.ts';

type Props = {
  readonly doing: RunbooksDoing;
  /** The runbook that is looked at. */
  readonly known: string | null;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
};

const emptyAbout = { id: '', version: '', title: '', owner: '', approver: '', approved_on: '' };
type About = typeof emptyAbout;

/** A file, chosen, dropped or named by its path, with what is known of it. */
export function AddRunbook({ doing, known, onAdded, onClose }: Props) {
  const [about, setAbout] = useState<About>({ ...emptyAbout, id: known ?? '' });
  const [path, setPath] = useState('');
  const [picked, setPicked] = useState<Extract<RunbookFile, { name: string }> | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function pick(file: File | undefined) {
    if (!file) return;
    const read = await readPicked(file);
    if (!read.ok) return doing.refuse(read.problem);
    setPicked(read.value);
    setPath('');
    setAbout((before) => ({ ...before, ...guessFromName(file.name, before, known) }));
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    const file = path.trim() === '' ? picked : { path: path.trim() };
    const made = readAbout(about, file !== null);
    if (typeof made === 'string')
      return doing.refuse({
        code: 'not_filled_in',
        message: made,
        hint: 'Nothing was taken in. What you typed is kept.',
      });
    if (file && (await doing.add(made, file))) onAdded(made.id);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    void pick(event.dataTransfer.files[0]);
  }
  const set = (field: keyof About) => (value: string) => setAbout((before) => ({ ...before, [field]: value }));
  return (
    <form
      ref={form}
      className={css.add}
      aria-label="Take a runbook in"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label className={css.file}>
        <span className="label">Markdown (.md), text (.txt) or Word (.docx) file; drop it here or choose it</span>
        <input type="file" accept=".md,.markdown,.txt,.docx" onChange={({ target }) => void pick(target.files?.[0])} />
      </label>
      <TextField label="Or its whole path" value={path} onChange={setPath} inPlace="/home/me/runbooks/RB-03.md" />
      <div className={css.fields}>
        <TextField label="Id" value={about.id} onChange={set('id')} inPlace="RB-03" />
        <TextField label="Version" value={about.version} onChange={set('version')} inPlace="4.2" />
        <TextField label="Title" value={about.title} onChange={set('title')} />
        <TextField label="Owner" value={about.owner} onChange={set('owner')} />
        <TextField label="Approved by" value={about.approver} onChange={set('approver')} />
        <DayField label="Approved on" day={about.approved_on} onChange={set('approved_on')} />
      </div>
      <div className={css.foot}>
        <button type="submit" className="button primary">
          Take it in
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
}

function readAbout(about: About, hasFile: boolean): TakeIn | string {
  if (!hasFile) return 'No file is named: choose one, drop it here, or write its whole path.';
  const filled = Object.fromEntries(Object.entries(about).filter(([, value]) => value.trim() !== ''));
  const read = takeInSchema.safeParse(filled);
  if (read.success) return read.data;
  const [wrong] = read.error.issues;
  const field = String(wrong?.path[0]);
  return field in filled ? `${fieldNames[field]}: ${wrong?.message}` : `${fieldNames[field]} is missing.`;
}

const fieldNames: Readonly<Record<string, string>> = {
  id: 'The id',
  version: 'The version',
  title: 'The title',
  owner: 'The owner',
  approver: 'Who approved it',
  approved_on: 'The day of approval',
};
