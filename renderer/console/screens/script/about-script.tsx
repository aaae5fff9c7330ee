import { memo } from 'react';
import { listKeys } from '#core/scenario/finding-subject.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { FindingMarks } from './finding-marks.tsx';
import type { Marks } from './places.ts';
import styles from './script.module.css';

type Props = { readonly scenario: Scenario; readonly marks: Marks };

export const AboutScript = memo(function AboutScript({ scenario, marks }: Props) {
  const { storyline, facilitator_brief } = scenario;
  return (
    <div className={styles.about}>
      <section className={styles.sec} aria-labelledby="story">
        <h2 id="story" tabIndex={-1} data-subject="story" className="section-title">
          The story
        </h2>
        <FindingMarks findings={marks.get('story')} />
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
      <Objectives scenario={scenario} marks={marks} />
    </div>
  );
});

function Objectives({ scenario, marks }: Props) {
  const keys = listKeys('objective', scenario.objectives);
  return (
    <section className={styles.sec} aria-labelledby="objectives">
      <h2 id="objectives" className="section-title">
        Objectives
      </h2>
      <ol className={styles.objectives}>
        {scenario.objectives.map(({ id, text, target_min }, at) => {
          const key = keys[at] ?? '';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: in a script with an error, two may have one id
            <li key={at} tabIndex={-1} data-subject={key}>
              <span className="strong">{id}</span>
              <div>
                <bdi>{text}</bdi>
                <FindingMarks findings={marks.get(key)} />
              </div>
              <span className="num quiet">{target_min} min</span>
            </li>
          );
        })}
      </ol>
    </section>
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
