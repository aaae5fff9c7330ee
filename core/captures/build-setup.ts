import type { PreviousAction, PreviousMeasures, Setup } from '../exercise/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { CapturesHeader } from './parse-captures.ts';

/** What the record keeps of the exercise before, as it stands when this one begins. */
export type Before = { readonly actions: readonly PreviousAction[]; readonly measures: PreviousMeasures | null };
export const nothingBefore: Before = { actions: [], measures: null };

type Needs = {
  readonly exercise: string;
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly before: Before;
  readonly leftOut: Setup['left_out'];
};

type Planned = Pick<CapturesHeader, 'sample' | 'organisation' | 'placeholders' | 'plan' | 'participants'>;

/** The plan of a captures file, or one made on the screen, with its defaults filled in: the whole script, all objectives, UTC. */
export function buildSetup(file: Planned, { exercise, scenario, sha256, before, leftOut }: Needs): Setup {
  const { plan } = file;
  return {
    exercise,
    sample: file.sample,
    scenario: { id: scenario.id, version: scenario.version, sha256 },
    organisation: file.organisation ?? {
      name: scenario.placeholders['org.name'] ?? 'Your organisation',
      time_zone: 'UTC',
    },
    placeholders: file.placeholders,
    plan: {
      seat: plan.seat,
      length_min: plan.length_min ?? scenario.duration_min,
      objectives: plan.objectives ?? scenario.objectives.map(({ id }) => id),
      storyline_start: plan.storyline_start ?? scenario.storyline_start,
      tlp: plan.tlp,
      ...(plan.evaluator === undefined ? {} : { evaluator: plan.evaluator }),
      ...(plan.room_text_px === undefined ? {} : { room_text_px: plan.room_text_px }),
      runbooks: plan.runbooks,
      ...(plan.previous === undefined ? {} : { previous: plan.previous }),
    },
    participants: file.participants,
    left_out: leftOut,
    previous_actions: [...before.actions],
    ...(before.measures === null ? {} : { previous_measures: before.measures }),
  };
}
