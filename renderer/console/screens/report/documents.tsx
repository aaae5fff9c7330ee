import { purposeOf, sizeWords } from '#core/report/written-files.ts';
import css from './report.module.css';
import { useDocuments } from './use-documents.ts';

type Props = { readonly exercise: string; readonly isFinal: boolean };

/** Writes every document and shows what lies in the folder. */
export function Documents({ exercise, isFinal }: Props) {
  const { progress, written, problem, notOpened, write, open } = useDocuments(exercise);
  const files = written?.files ?? [];
  return (
    <section className={css.documents} aria-labelledby="documents-title">
      <h2 className="section-title" id="documents-title">
        Documents
      </h2>
      <p className="small quiet">
        {isFinal ? 'Written as FINAL.' : 'Written as DRAFT, with what still blocks FINAL.'} Earlier ones are replaced.
      </p>
      <button
        type="button"
        className="button primary"
        aria-disabled={progress !== null}
        onClick={() => progress === null && void write()}
      >
        {progress === null ? 'Write all documents' : 'Writing …'}
      </button>
      <Progress progress={progress} count={files.length} isWritten={written !== null} />
      <div role="alert">
        {problem ? (
          <p className={css.problem}>
            <b className="strong">{problem.message}</b> {problem.hint}{' '}
            {problem.code === 'damaged' ? '' : 'What was recorded is safe. '}Earlier documents are listed below.
          </p>
        ) : null}
      </div>
      <ul className={css.files}>
        {files.map(({ name, bytes }) => (
          <li key={name}>
            <span className="strong">
              <bdi>{name}</bdi>
            </span>
            <span className="num quiet">{sizeWords(bytes)}</span>
            <span className="tiny quiet">{purposeOf(name) ?? 'Another file in this folder'}</span>
          </li>
        ))}
      </ul>
      {written && files.length > 0 ? (
        <>
          <p className={`tiny ${css.path}`}>
            <bdi>{written.folder}</bdi>
          </p>
          <button type="button" className="button" onClick={() => void open()}>
            Open folder
          </button>
        </>
      ) : null}
      <p role="status" className="small">
        {notOpened === null ? '' : `The folder cannot be opened from here. Its path: ${notOpened}`}
      </p>
    </section>
  );
}

type ProgressProps = {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly count: number;
  readonly isWritten: boolean;
};

function Progress({ progress, count, isWritten }: ProgressProps) {
  if (progress === null) {
    const words = count === 0 ? 'No document is written yet.' : `${count} documents lie in the folder.`;
    return (
      <p role="status" className="small quiet">
        {isWritten ? words : ''}
      </p>
    );
  }
  const { done, total } = progress;
  return (
    <div className={css.progress}>
      <progress aria-label="Documents written" max={Math.max(total, 1)} value={done} />
      <span className="small">{total === 0 ? 'Starting' : `${done} of ${total}`}</span>
    </div>
  );
}
