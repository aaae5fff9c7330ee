import type { ReactNode } from 'react';
import { longDate, shortDate } from '#core/local-time.ts';
import type { RunbookLine, StepLine } from '#core/runbooks/describe-runbooks.ts';
import { Changes } from './changes.tsx';
import { PublishForm } from './publish-form.tsx';
import css from './runbooks.module.css';
import type { RunbooksDoing, ShelfName } from './use-runbooks.ts';

type Props = { readonly line: RunbookLine; readonly shelf: ShelfName; readonly doing: RunbooksDoing };

export function RunbookDetail({ line, shelf, doing }: Props) {
  const accepted = line.changes.filter(({ status }) => status === 'accepted');
  return (
    <article className={css.detail} aria-labelledby="runbook-title">
      <h2 id="runbook-title" tabIndex={-1} className="section-title">
        {line.id} <bdi>{line.title}</bdi>
      </h2>
      <Facts line={line} />
      <Changes line={line} shelf={shelf} doing={doing} />
      {accepted.length > 0 && <PublishForm line={line} accepted={accepted} shelf={shelf} doing={doing} />}
      <Steps line={line} />
    </article>
  );
}

function Facts({ line: { current, owner, exercised, versions } }: { readonly line: RunbookLine }) {
  if (!current)
    return (
      <p className={css.empty}>
        An exercise proposed a change to it, and its file is not in the register. Take it in to see its steps here.
      </p>
    );
  return (
    <dl className={css.facts}>
      <Fact name="Version">
        {current.version}
        {current.kind === 'word' ? ', Word' : ', Markdown'}
        {current.effective_on && `, in force from ${longDate(current.effective_on)}`}
      </Fact>
      <Fact name="Approved">
        {current.approved_on ? longDate(current.approved_on) : 'not recorded'}
        {current.approver && <bdi> by {current.approver}</bdi>}
      </Fact>
      <Fact name="Owner">
        <bdi>{owner ?? 'not recorded'}</bdi>
      </Fact>
      <Fact name="Last exercised">
        <LastExercised exercised={exercised} current={current.version} />
      </Fact>
      {versions.length > 1 && (
        <Fact name="Earlier versions">
          {versions
            .slice(0, -1)
            .map(({ version }) => version)
            .join(', ')}
        </Fact>
      )}
    </dl>
  );
}

type LastProps = { readonly exercised: RunbookLine['exercised']; readonly current: string };

/** What was exercised is a version: another one in force was not. */
function LastExercised({ exercised, current }: LastProps) {
  if (!exercised) return 'not yet';
  const { version, on, title } = exercised;
  return (
    <>
      {version !== null && version !== current && `${version} on `}
      {longDate(on)}, <bdi>{title}</bdi>
      {version === null && '; its plan names no version'}
      {version !== null && version !== current && `; ${current} not yet`}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Steps({ line: { steps, current } }: { readonly line: RunbookLine }) {
  if (!current) return null;
  return (
    <section aria-labelledby="runbook-steps">
      <h3 id="runbook-steps" className="row-title">
        Steps
      </h3>
      {steps.length === 0 && <p className="small quiet">No step was recognised: none has a number.</p>}
      {steps.length > 0 && (
        <table className={css.steps}>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Text</th>
              <th scope="col">Exercised as it reads now</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.step}>
                <th scope="row">{step.step}</th>
                <td>
                  <bdi>{step.text}</bdi>
                </td>
                <td className="small quiet">{tellExercised(step)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** An inject calls for a runbook, not for a step: what is known is the version that was exercised, and that the step stood in it. */
function tellExercised({ exercised }: StepLine): string {
  return exercised ? `in ${exercised.version}, ${shortDate(exercised.on)}` : 'not yet';
}
