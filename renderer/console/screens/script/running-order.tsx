import { longDay, storyTime } from '#core/local-time.ts';
import { channelNames, plural, roleNames } from '#core/report/term-words.ts';
import type { ContingencyInject, Inject, Scenario } from '#core/scenario/schema.ts';
import { ownMinutes } from '#core/scenario/select-session.ts';
import { Artefact } from './artefact.tsx';
import { FacilitatorNotes } from './facilitator-notes.tsx';
import styles from './script.module.css';

/** A vertical timeline: minutes of play at the left, what the room gets, and beside it what only the facilitator has. */
export function RunningOrder({ scenario }: { readonly scenario: Scenario }) {
  const minutes = ownMinutes(scenario);
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
            key={inject.id}
            inject={inject}
            minutes={minutes.get(inject.id) ?? 0}
            isNewDay={dayOf(inject) !== dayOf(scenario.injects[at - 1])}
          />
        ))}
      </ol>
    </section>
  );
}

type StepProps = { readonly inject: Inject; readonly minutes: number; readonly isNewDay: boolean };

function Step({ inject, minutes, isNewDay }: StepProps) {
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
          <h3 className="row-title">
            <span className="quiet">{id}</span> <bdi>{title}</bdi>
          </h3>
          <p className="tiny quiet">
            <b>{priority}</b>, {channelNames[channel]}, {audienceWords(inject)}, for {namesOf(inject.roles)}
          </p>
          <div className={styles.pair}>
            <Artefact inject={inject} />
            <FacilitatorNotes inject={inject} />
          </div>
        </div>
      </li>
    </>
  );
}

export function Pocket({ scenario: { contingency } }: { readonly scenario: Scenario }) {
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
        {contingency.map((inject) => (
          <PocketStep key={inject.id} inject={inject} />
        ))}
      </ul>
    </section>
  );
}

function PocketStep({ inject }: { readonly inject: ContingencyInject }) {
  const { id, title, trigger, purpose, channel, roles } = inject;
  return (
    <li className={styles.step}>
      <div className={styles.time}>
        <b>{id.split('-').at(-1)}</b>
      </div>
      <div className={styles.body}>
        <h3 className="row-title">
          <span className="quiet">{id}</span> <bdi>{title}</bdi>
        </h3>
        <p className="tiny quiet">
          {channelNames[channel]}, {audienceWords(inject)}, for {namesOf(roles)}
        </p>
        <div className={styles.pair}>
          <Artefact inject={inject} />
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
