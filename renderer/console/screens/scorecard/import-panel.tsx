import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { shortDate } from '#core/local-time.ts';
import { plural } from '#core/report/term-words.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import type { MonthDraft, TakenFile } from '#core/scorecard/month-draft.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { closeOnEscape, PanelTitle } from './panel-title.tsx';
import { Preview } from './preview.tsx';
import css from './scorecard.module.css';
import { kindOfName } from './send-file.ts';
import { Templates } from './templates.tsx';
import type { Importing } from './use-import.ts';

type Props = {
  readonly month: string;
  readonly draft: MonthDraft;
  readonly importing: Importing;
  readonly isBusy: boolean;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
};

/** Five files, each looked at before anything of it counts. */
export function ImportPanel({ month, draft, importing, isBusy, takesFocus, onClose }: Props) {
  const { seen, progress, choose, drop } = importing;
  useBackToRow(seen?.preview.kind ?? null);
  function dropped(event: DragEvent) {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    const kind = file && kindOfName(file.name);
    if (file && kind) void choose(kind, file);
  }
  return (
    <section
      className={css.panel}
      aria-labelledby="files"
      onKeyDown={closeOnEscape(seen ? importing.leave : onClose)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={dropped}
    >
      <PanelTitle id="files" takesFocus={takesFocus}>
        Files of the month
      </PanelTitle>
      <p className="small quiet">
        CSV or Excel. Choose a file in its row, drop one here whose name says what it holds, or name it by its path.
      </p>
      <table className={`${css.table} ${css.files} ${css.stacked}`}>
        <thead>
          <tr>
            <th scope="col">Holds</th>
            <th scope="col">File</th>
            <th scope="col">Rows of</th>
            <th scope="col" className="num">
              Rows
            </th>
            <th scope="col" className="num">
              Left out
            </th>
            <th scope="col">
              <span className="sr">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fileKinds.map((kind) => (
            <FileRow
              key={kind}
              kind={kind}
              file={draft.files[kind]}
              onChoose={(file) => void choose(kind, file)}
              onDrop={() => void drop(kind)}
            />
          ))}
        </tbody>
      </table>
      <Templates month={month} />
      <ByPath isBusy={isBusy} onName={(kind, path) => void importing.byPath(kind, path)} />
      {progress && (
        <div className={css.progress}>
          <progress aria-label="Read of the file" max={Math.max(progress.total, 1)} value={progress.done} />
          <button type="button" className="button small" onClick={importing.stop}>
            Stop
          </button>
        </div>
      )}
      {seen && (
        <Preview key={seen.preview.sha256 + JSON.stringify(seen.preview.mapping)} {...{ seen, importing, isBusy }} />
      )}
    </section>
  );
}

/** When a file was taken or left, the keyboard goes on in its row. */
function useBackToRow(kind: FileKind | null) {
  const before = useRef<FileKind | null>(null);
  useEffect(() => {
    if (kind === null && before.current !== null) document.getElementById(`file-${before.current}`)?.focus();
    before.current = kind;
  }, [kind]);
}

type RowProps = {
  readonly kind: FileKind;
  readonly file: TakenFile | undefined;
  readonly onChoose: (file: File) => void;
  readonly onDrop: () => void;
};

function FileRow({ kind, file, onChoose, onDrop }: RowProps) {
  return (
    <tr>
      <th scope="row" id={`file-${kind}`} tabIndex={-1}>
        {kind}
      </th>
      <td className={file ? undefined : 'quiet'}>
        <bdi>{file?.name ?? 'Not taken: its figures are unknown'}</bdi>
      </td>
      <td>{file && shortDate(file.dated_on)}</td>
      <td className="num">{file?.rows}</td>
      <td className="num">
        {file && (file.rejected > 0 ? <b className="warn">{plural(file.rejected, 'row')}</b> : '0')}
      </td>
      <td className={css.rowActions}>
        <label className="button small">
          Choose a file<span className="sr"> for {kind}</span>
          <input
            type="file"
            className="sr"
            accept=".csv,.txt,.xlsx"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) onChoose(chosen);
              target.value = '';
            }}
          />
        </label>
        {file && (
          <button type="button" className="button small plain" onClick={onDrop}>
            Take out<span className="sr"> {kind}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

const kindOptions = fileKinds.map((value) => ({ value, words: value }));

function ByPath({
  isBusy,
  onName,
}: {
  readonly isBusy: boolean;
  readonly onName: (kind: FileKind, path: string) => void;
}) {
  const [kind, setKind] = useState<FileKind>('assets');
  const [path, setPath] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (path.trim() !== '') onName(kind, path.trim());
  }
  return (
    <form className={css.byPath} aria-label="A file by its path" onSubmit={submit}>
      <SelectField label="Holds" value={kind} options={kindOptions} onChange={(value) => setKind(value as FileKind)} />
      <TextField
        label="Whole path"
        value={path}
        inPlace="/home/me/scorecard/assets.csv"
        onChange={(next) => {
          setPath(next);
          const guessed = kindOfName(next.slice(next.lastIndexOf('/') + 1));
          if (guessed) setKind(guessed);
        }}
      />
      <button type="submit" className="button" aria-disabled={isBusy}>
        Look at it
      </button>
    </form>
  );
}
