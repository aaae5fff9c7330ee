import type { ScriptLine } from '#contract/programme.ts';
import styles from './programme.module.css';
import type { Doing } from './use-doing.ts';

type Props = { readonly scripts: readonly ScriptLine[]; readonly doing: Doing };

/** Until the first exercise of one's own: what this is for, and two ways to see it at once. */
export function Welcome({ scripts, doing }: Props) {
  const { sample, filled } = chooseScripts(scripts);
  if (!sample || !filled) return null;
  return (
    <section className={styles.welcome} aria-labelledby="welcome">
      <h2 id="welcome" className="section-title">
        Your first exercise
      </h2>
      <p>
        Choose a quarter, plan it in about five minutes, and run it with a second window on the projector. Afterwards
        the report is written from what you captured.
      </p>
      <div className={styles.steps}>
        <button
          type="button"
          className="button primary"
          disabled={doing.now !== null}
          onClick={() => doing.openSample(sample.script)}
        >
          Try it with a sample exercise
        </button>
        <span className="small quiet">A finished one: read its review and open its report.</span>
        <Filled script={filled} doing={doing} />
      </div>
      <p role="status" className="small">
        {doing.now}
      </p>
    </section>
  );
}

/** A plan of one's own is never filled over. */
function Filled({
  script: { script, quarter, isPlanned },
  doing,
}: {
  readonly script: ScriptLine;
  readonly doing: Doing;
}) {
  if (isPlanned) {
    return (
      <>
        <a className="button" href={`#/plan/${script}`}>
          Go on with the plan of {quarter}
        </a>
        <span className="small quiet">As you left it. Nothing starts before you press Start.</span>
      </>
    );
  }
  return (
    <>
      <button type="button" className="button" disabled={doing.now !== null} onClick={() => doing.fillPlan(script)}>
        Start {quarter} with everything filled in
      </button>
      <span className="small quiet">
        Invented people and organisation. The plan opens; nothing starts before you press Start.
      </span>
    </>
  );
}

/** Later both step back, and are still there. */
export function SampleAgain({ scripts, doing }: Props) {
  const { sample, filled } = chooseScripts(scripts);
  const isBusy = doing.now !== null;
  return (
    <p className={`small ${styles.again}`}>
      {sample && (
        <button type="button" className="link" disabled={isBusy} onClick={() => doing.openSample(sample.script)}>
          Look at a finished sample exercise
        </button>
      )}
      {filled && !filled.isPlanned && (
        <button type="button" className="link" disabled={isBusy} onClick={() => doing.fillPlan(filled.script)}>
          Start {filled.quarter} with everything filled in
        </button>
      )}
      <span role="status">{doing.now}</span>
    </p>
  );
}

function chooseScripts(scripts: readonly ScriptLine[]) {
  const readable = scripts.filter(({ trouble }) => trouble === null);
  return {
    sample: readable.find(({ quarter }) => quarter === 'Q1') ?? readable[0],
    filled: readable.find(({ quarter }) => quarter === 'Q2') ?? readable[0],
  };
}
