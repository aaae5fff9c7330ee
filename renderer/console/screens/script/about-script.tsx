import type { Scenario } from '#core/scenario/schema.ts';
import styles from './script.module.css';

export function AboutScript({ scenario }: { readonly scenario: Scenario }) {
  const { storyline, facilitator_brief, objectives } = scenario;
  return (
    <div className={styles.about}>
      <section className={styles.sec} aria-labelledby="story">
        <h2 id="story" className="section-title">
          The story
        </h2>
        <p>
          <bdi>{storyline}</bdi>
        </p>
        {facilitator_brief && (
          <details>
            <summary>How to lead it</summary>
            <p>
              <bdi>{facilitator_brief}</bdi>
            </p>
          </details>
        )}
        <Listed title="Before you start" lines={scenario.before_you_start} />
        <Listed title="Assumptions" lines={[...scenario.assumptions, ...scenario.artificialities]} />
        <Listed title="Safety" lines={scenario.safety} />
        <Listed title="Likely gaps" lines={scenario.likely_gaps} />
        <Listed title="Modelled on" lines={scenario.modelled_on} />
      </section>
      <section className={styles.sec} aria-labelledby="objectives">
        <h2 id="objectives" className="section-title">
          Objectives
        </h2>
        <ol className={styles.objectives}>
          {objectives.map(({ id, text, target_min }) => (
            <li key={id}>
              <span className="strong">{id}</span>
              <bdi>{text}</bdi>
              <span className="num quiet">{target_min} min</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
