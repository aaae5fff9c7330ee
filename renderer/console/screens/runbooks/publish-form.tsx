import { type FormEvent, useState } from 'react';
import { plural } from '#core/report/term-words.ts';
import { notInFile } from '#core/runbooks/decide-change.ts';
import type { ChangeLine, RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import { publishSchema } from '#core/runbooks/register.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import css from './runbooks.module.css';
import type { RunbooksDoing, ShelfName } from './use-runbooks.ts';

type Props = {
  readonly line: RunbookLine;
  readonly accepted: readonly ChangeLine[];
  readonly shelf: ShelfName;
  readonly doing: RunbooksDoing;
};

/** The accepted changes become a version with a date and somebody who approves it. */
export function PublishForm({ line, accepted, shelf, doing }: Props) {
  const find = (field: 'new_version' | 'effective_on' | 'approver') =>
    accepted.findLast((change) => change[field] !== undefined)?.[field] ?? '';
  const proposed = find('new_version');
  const isPast = line.current?.version !== proposed && line.versions.some((held) => held.version === proposed);
  const [version, setVersion] = useState(isPast ? '' : proposed);
  const [effective, setEffective] = useState(find('effective_on'));
  const [approver, setApprover] = useState(find('approver'));
  const [reason, setReason] = useState('');
  const asksReason = reason !== '' || doing.problem?.code === notInFile;
  function submit(event: FormEvent) {
    event.preventDefault();
    const asked = publishSchema.safeParse({
      runbook: line.id,
      version,
      effective_on: effective,
      approver,
      ...(reason.trim() !== '' && { reason }),
    });
    if (asked.success)
      return void doing
        .publish(shelf, asked.data)
        .then((isDone) => isDone && document.getElementById('runbook-title')?.focus()); // this form goes
    const [wrong] = asked.error.issues;
    const name = fieldNames[String(wrong?.path[0])] ?? 'A field';
    doing.refuse({
      code: 'not_filled_in',
      message: `${line.id} is not published yet: ${name} is missing or cannot be read.`,
      hint: 'Fill it in, then publish again. What you typed is kept.',
    });
  }
  const how =
    line.current?.kind === 'word'
      ? 'The original is a Word file: make the changes in it, take it in as the new version, then publish that version here.'
      : 'The changes are made in the Markdown file; the version before stays in the register.';
  return (
    <form className={css.publish} aria-label={`Publish ${line.id}`} onSubmit={submit}>
      <h3 className="row-title">Publish {plural(accepted.length, 'accepted change')}</h3>
      <p className="small quiet">{how}</p>
      <div className={css.fields}>
        <TextField label="New version" value={version} onChange={setVersion} />
        <DayField label="In force from" day={effective} onChange={setEffective} />
        <TextField label="Approved by" value={approver} onChange={setApprover} />
      </div>
      {asksReason && (
        <TextField
          label="Why this version counts as it is"
          value={reason}
          onChange={setReason}
          hint="Stands beside the change for whoever reads it later."
        />
      )}
      <div className={css.foot}>
        <button type="submit" className="button primary">
          Publish
        </button>
      </div>
    </form>
  );
}

const fieldNames: Readonly<Record<string, string>> = {
  version: 'the new version',
  effective_on: 'the day from which it is in force',
  approver: 'who approves it',
};
