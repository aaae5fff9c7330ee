import { useState } from 'react';
import type { ExerciseState } from '#core/exercise/state.ts';
import { TickBox } from '../../../parts/tick-box.tsx';
import { DocumentGroups } from './document-groups.tsx';
import css from './documents.module.css';
import { useDocuments } from './use-documents.ts';
import { WritingProgress } from './writing-progress.tsx';

type Props = { readonly exercise: string; readonly state: ExerciseState; readonly isFinal: boolean };

/** Writes every document, or the binder, and shows what there is and for whom. */
export function Documents({ exercise, state, isFinal }: Props) {
  const { progress, written, problem, told, write, stop, open } = useDocuments(exercise);
  const [isPdf, setPdf] = useState(false);
  const isWriting = progress !== null;
  const canPdf = written?.canPdf ?? false;
  const start = (job: 'write_documents' | 'write_binder', pdf: boolean) => () => {
    if (!isWriting) void write(job, pdf);
  };
  return (
    <section className={css.documents} aria-labelledby="documents-title">
      <h2 className="section-title" id="documents-title">
        Documents
      </h2>
      <div className={css.bar}>
        <button
          type="button"
          className="button primary"
          aria-disabled={isWriting}
          onClick={start('write_documents', isPdf && canPdf)}
        >
          {isWriting ? 'Writing …' : 'Write all documents'}
        </button>
        {canPdf ? (
          <TickBox isOn={isPdf} onChange={setPdf}>
            The report as a PDF too
          </TickBox>
        ) : null}
        <button type="button" className="button" aria-disabled={isWriting} onClick={start('write_binder', canPdf)}>
          Write the evidence binder
        </button>
        {written && written.files.length > 0 ? (
          <button type="button" className="button" onClick={() => void open()}>
            Open folder
          </button>
        ) : null}
        <WritingProgress progress={progress} onStop={() => void stop()} written={written} isFinal={isFinal} />
      </div>
      <div role="alert">
        {problem ? (
          <p className={css.problem}>
            <b className="strong">{problem.message}</b> {problem.hint}{' '}
            {problem.code === 'damaged' ? '' : 'What was recorded is safe. '}Earlier documents are listed below.
          </p>
        ) : null}
      </div>
      <p role="status" className="small">
        {told}
      </p>
      {written ? <DocumentGroups written={written} state={state} exercise={exercise} /> : null}
    </section>
  );
}
