import { useMemo } from 'react';
import type { ExerciseDocuments } from '#contract/console-answers.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fileGroups, groupOf, purposeOf, sizeWords } from '#core/report/written-files.ts';
import { tellSummaryApproval } from '#core/review/customer-summary.ts';
import css from './documents.module.css';

type Props = { readonly written: ExerciseDocuments; readonly state: ExerciseState; readonly exercise: string };

/** Every document there can be, by whom it is for. */
export function DocumentGroups({ written, state, exercise }: Props) {
  const { names, files, folder, canPdf } = written;
  const sizes = new Map(files.map(({ name, bytes }) => [name, bytes]));
  return (
    <>
      <div className={css.groups}>
        {fileGroups.map(({ group, name: title }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h3 className="label" id={`group-${group}`}>
              {title}
            </h3>
            <ul className={css.files}>
              {names
                .filter((name) => groupOf(name) === group)
                .map((name) => (
                  <li key={name}>
                    <span className="strong">
                      <bdi>{name}</bdi>
                    </span>
                    <span className="num quiet">{sizeOf(sizes.get(name))}</span>
                    <span className="small quiet">{purposeOf(name) ?? 'Another document of this exercise'}</span>
                  </li>
                ))}
            </ul>
            {group === 'leadership' && !canPdf ? (
              <p className="small quiet">No PDF: LibreOffice was not found on this computer.</p>
            ) : null}
            {group === 'customers' ? <Approval state={state} today={written.today} exercise={exercise} /> : null}
          </section>
        ))}
      </div>
      {files.length > 0 ? (
        <p className={`tiny ${css.path}`}>
          <bdi>{folder}</bdi>
        </p>
      ) : null}
    </>
  );
}

const sizeOf = (bytes: number | undefined) => (bytes === undefined ? 'not written' : sizeWords(bytes));

type ApprovalProps = { readonly state: ExerciseState; readonly today: string; readonly exercise: string };

/** Whether the summary may be handed out today, and where it is approved. */
function Approval({ state, today, exercise }: ApprovalProps) {
  const { is, words } = useMemo(() => tellSummaryApproval(state, today), [state, today]);
  return (
    <p className={`small ${is === 'expired' ? css.problem : ''}`}>
      {words} {is === 'approved' ? null : <a href={`#/review/${exercise}`}>Approve it in Review</a>}
    </p>
  );
}
