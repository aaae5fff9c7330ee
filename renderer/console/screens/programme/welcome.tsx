import type { ScriptLine } from '#contract/console.ts';
import styles from './programme.module.css';
import type { Doing } from './use-doing.ts';

type Props = { readonly scripts: readonly ScriptLine[]; readonly doing: Doing };

/** Until the first exercise of one's own: what this is for, and two ways to see it at once. */
export function Welcome({ scripts, doing }: Props) {
  const readable = scripts.filter(({ trouble }) => trouble === null);
  const sample = readable.find(({ quarter }) => quarter === 'Q1') ?? readable[0];
  const filled = readable.find(({ quarter }) => quarter === 'Q2') ?? readable[0];
  if (!sample || !filled) return null;
  return (
    <section className={styles.welcome} aria-labelledby="welcome">
      <h2 id="welcome" className="section-title">
        Your first exercise
      </h2>
      <p>
        Choose a quarter, plan it in about ten minutes, and run it with a second window on the projector. Afterwards the
        report is written from what you captured.
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
        <button
          type="button"
          className="button"
          disabled={doing.now !== null}
          onClick={() => doing.fillPlan(filled.script)}
        >
          Start {filled.quarter} with everything filled in
        </button>
        <span className="small quiet">
          Invented people and organisation. The plan opens; nothing starts before you press Start.
        </span>
      </div>
      <p role="status" className="small">
        {doing.now}
      </p>
    </section>
  );
}

/** Later it steps back, and is still there for whoever has not seen a finished one. */
export function SampleAgain({ scripts, doing }: Props) {
  const sample = scripts.find(({ trouble, quarter }) => trouble === null && quarter === 'Q1');
  if (!sample) return null;
  return (
    <p className="small">
      <button
        type="button"
        className="link"
        disabled={doing.now !== null}
        onClick={() => doing.openSample(sample.script)}
      >
        Look at a finished sample exercise
      </button>{' '}
      <span role="status">{doing.now}</span>
    </p>
  );
}
