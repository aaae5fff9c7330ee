import { memo } from 'react';
import { longDay, storyTime } from '#core/local-time.ts';
import { channelNames, plural, roleNames } from '#core/report/term-words.ts';
import { listKeys } from '#core/scenario/finding-subject.ts';
import { fillWithDefaults } from '#core/scenario/placeholders.ts';
import type { ContingencyInject, Inject, Scenario } from '#core/scenario/schema.ts';
import { ownMinutes } from '#core/scenario/select-session.ts';
import { Artefact } from './artefact.tsx';
import { FacilitatorNotes } from './facilitator-notes.tsx';
import { FindingMarks } from './finding-marks.tsx';
import type { Marks, NamedFinding } from './places.ts';
import styles from './script.module.css';

type OrderProps = { readonly script: string; readonly scenario: Scenario; readonly marks: Marks };

/** A vertical timeline: minutes of play at the left, what the room gets, and beside it what only the facilitator has. */
export const RunningOrder = memo(function RunningOrder({ script, scenario, marks }: OrderProps) {
  const minutes = ownMinutes(scenario);
  const filled = fillWithDefaults(scenario);
  const keys = listKeys('inject', scenario.injects);
  return (
    <section className={styles.sec} aria-labelledby="order">
      <div className={styles.secHead}>
        <h2 id="order" className="section-title">
          Running order
        </h2>
        <span className="small quiet">{plural(scenario.injects.length, 'inject')} in the full order</span>
      </div>
      <ol className={styles.order}>
        {scenario.injects.map((inject, at) => (
          <Step
            // biome-ignore lint/suspicious/noArrayIndexKey: in a script with an error, two may have one id
            key={at}
            script={script}
            inject={inject}
            drawn={filled.injects[at] ?? inject}
            subject={keys[at] ?? ''}
            marks={marks.get(keys[at] ?? '')}
            minutes={minutes.get(inject.id) ?? 0}
            isNewDay={dayOf(inject) !== dayOf(scenario.injects[at - 1])}
          />
        ))}
      </ol>
    </section>
  );
});

type StepProps = {
  readonly script: string;
  readonly inject: Inject;
  /** With the script's own names in it. */
  readonly drawn: Inject;
  readonly minutes: number;
  readonly isNewDay: boolean;
  /** By which findings lead here. */
  readonly subject: string;
  readonly marks: readonly NamedFinding[] | undefined;
};

function Step({ script, inject, drawn, minutes, isNewDay, subject, marks }: StepProps) {
  const { id, t, storyline_time, title, priority, channel } = inject;
  return (
    <>
      {isNewDay && <li className={styles.day}>{longDay(storyline_time.slice(0, 10))}</li>}
      <li className={styles.step}>
        <div className={styles.time}>
          <b>T+{t}</b>
          <span className="tiny quiet">{storyTime(storyline_time)}</span>
          <span className="tiny quiet">{minutes} min</span>
        </div>
        <div className={styles.body}>
          <h3 className="row-title" tabIndex={-1} data-subject={subject}>
            <span className="quiet">{id}</span> <bdi>{title}</bdi>
          </h3>
          <FindingMarks findings={marks} />
          <p className="tiny quiet">
            <b>{priority}</b>, {channelNames[channel]}, {audienceWords(inject)}, for {namesOf(inject.roles)}
          </p>
          <div className={styles.pair}>
            <Artefact inject={drawn} storylineStart={drawn.storyline_time} script={script} />
            <FacilitatorNotes inject={inject} />
          </div>
        </div>
      </li>
    </>
  );
}

export const Pocket = memo(function Pocket({ script, scenario, marks }: OrderProps) {
  const { contingency } = scenario;
  const filled = fillWithDefaults(scenario);
  const keys = listKeys('contingency', contingency);
  if (contingency.length === 0) return null;
  return (
    <section className={styles.sec} aria-labelledby="pocket">
      <div className={styles.secHead}>
        <h2 id="pocket" className="section-title">
          In the pocket
        </h2>
        <span className="small quiet">Without a planned time: released when you see the trigger</span>
      </div>
      <ul className={styles.order}>
        {contingency.map((inject, at) => (
          <PocketStep
            // biome-ignore lint/suspicious/noArrayIndexKey: in a script with an error, two may have one id
            key={at}
            script={script}
            inject={inject}
            drawn={filled.contingency[at] ?? inject}
            storylineStart={scenario.storyline_start}
            subject={keys[at] ?? ''}
            marks={marks.get(keys[at] ?? '')}
          />
        ))}
      </ul>
    </section>
  );
});

type PocketProps = {
  readonly script: string;
  readonly inject: ContingencyInject;
  readonly drawn: ContingencyInject;
  readonly storylineStart: string;
  readonly subject: string;
  readonly marks: readonly NamedFinding[] | undefined;
};

function PocketStep({ script, inject, drawn, storylineStart, subject, marks }: PocketProps) {
  const { id, title, trigger, purpose, channel, roles } = inject;
  return (
    <li className={styles.step}>
      <div className={styles.time}>
        <b>{id.split('-').at(-1)}</b>
      </div>
      <div className={styles.body}>
        <h3 className="row-title" tabIndex={-1} data-subject={subject}>
          <span className="quiet">{id}</span> <bdi>{title}</bdi>
        </h3>
        <FindingMarks findings={marks} />
        <p className="tiny quiet">
          {channelNames[channel]}, {audienceWords(inject)}, for {namesOf(roles)}
        </p>
        <div className={styles.pair}>
          <Artefact inject={drawn} storylineStart={storylineStart} script={script} />
          <div className={styles.notes}>
            <p>
              <b>When:</b> <bdi>{trigger}</bdi>
            </p>
            {purpose && (
              <p>
                <b>What for:</b> <bdi>{purpose}</bdi>
              </p>
            )}
          </div>
        </div>
      </div>
    </li>
  );
}

function audienceWords({ audience, named }: Pick<Inject, 'audience' | 'named'>): string {
  switch (audience) {
    case 'room':
      return 'shown to the room';
    case 'named':
      return `handed to ${namesOf(named ?? [])} only`;
    case 'facilitator_reads':
      return 'read out by you';
  }
}

function namesOf(roles: Inject['roles']): string {
  return roles.map((role) => roleNames[role]).join(', ');
}

function dayOf(inject: Inject | undefined): string {
  return inject?.storyline_time.slice(0, 10) ?? '';
}
