import { useCallback } from 'react';
import { longDay, storyTime } from '#core/local-time.ts';
import { isMoment } from '#core/plan/start-moment.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { type Requested, useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { LengthSection } from './length-section.tsx';
import { MarkingSection } from './marking-section.tsx';
import { NamesSection } from './names-section.tsx';
import { ObjectivesSection } from './objectives-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { PackSection } from './pack-section.tsx';
import { PeopleSection } from './people-section.tsx';
import styles from './plan.module.css';
import { PreviousSection } from './previous-section.tsx';
import type { Around } from './readiness-of.ts';
import { ReadySection } from './ready-section.tsx';
import { RoomSection } from './room-section.tsx';
import { RunbooksSection } from './runbooks-section.tsx';
import { SeatSection } from './seat-section.tsx';
import { StartPanel } from './start-panel.tsx';
import { type PlanEditing, usePlan } from './use-plan.ts';
import { WhenSection } from './when-section.tsx';

type Props = {
  readonly script: string;
  /** Start was pressed on another screen: what is to be heard first is asked at once. */
  readonly isStartAsked?: boolean;
};

/** All that is settled before an exercise; every field saves itself. */
export function Plan({ script, isStartAsked = false }: Props) {
  const bridge = useBridge();
  const read = useRequest(useCallback(() => bridge.load_script({ script }), [bridge, script]));
  const programme = useRequest(useCallback(() => bridge.load_programme({}), [bridge]));
  const plan = usePlan(script, read.at === 'there' ? read.value.scenario : null);
  const around = programme.at === 'there' ? programme.value : unknown;
  const failure = failureOf(read, plan.problem);
  return (
    <Frame at="plan" neighbours={{ script }}>
      {plan.editing ? (
        <Sections editing={plan.editing} around={around} isStartAsked={isStartAsked} />
      ) : failure ? (
        <>
          <PageHead label="Plan" title={script} />
          <ProblemNotice problem={failure.problem} takesFocus>
            <p className={styles.again}>
              <button type="button" className="button" onClick={failure.again ?? plan.reload}>
                Try again
              </button>
              <a className="button plain" href="#/">
                Back to the programme
              </a>
            </p>
          </ProblemNotice>
        </>
      ) : (
        <p role="status">Reading the plan…</p>
      )}
    </Frame>
  );
}

const unknown: Around = { exercises: [], today: null };

type SectionsProps = Pick<Parameters<typeof StartPanel>[0], 'editing' | 'around' | 'isStartAsked'>;

function Sections({ editing, around, isStartAsked }: SectionsProps) {
  const { scenario, form } = editing;
  const when =
    form.starts_at && isMoment(form.starts_at)
      ? `${longDay(form.starts_at.slice(0, 10))}, ${form.starts_at.slice(11)}`
      : 'no date yet';
  return (
    <>
      <StartPanel
        editing={editing}
        around={around}
        isStartAsked={isStartAsked}
        label={`${scenario.quarter}, ${when}. The story begins ${storyTime(form.plan.storyline_start)}.`}
      />
      <div className={styles.cols}>
        <div className={styles.main}>
          <WhenSection editing={editing} today={around.today} />
          <LengthSection editing={editing} />
          <ObjectivesSection editing={editing} />
          <SeatSection editing={editing} />
          <PeopleSection editing={editing} />
          <OrganisationSection editing={editing} />
          <NamesSection editing={editing} />
        </div>
        <aside className={styles.side} aria-label="Ready, marking, room, runbooks">
          <ReadySection editing={editing} around={around} />
          <MarkingSection editing={editing} />
          <RoomSection editing={editing} />
          <PreviousSection editing={editing} exercises={around.exercises} />
          <RunbooksSection editing={editing} />
          <PackSection editing={editing} />
        </aside>
      </div>
    </>
  );
}

function failureOf(read: Requested<unknown>, problem: PlanEditing['problem']) {
  if (read.at === 'failed') return read;
  return problem ? { problem, again: null } : null;
}
