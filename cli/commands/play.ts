import { playExercise } from '#services/exercise/play-exercise.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = {
  readonly scenario: string;
  readonly captures: string;
  readonly out: string;
  readonly workspace: string;
  readonly json: boolean;
};

/** Plays a captures file; every problem is a line on stderr, and then nothing was written. */
export async function runPlay({ scenario, captures, out, workspace, json }: Asked): Promise<Answer> {
  const notices = new Set<string>();
  const tell = (notice: string) => notices.add(notice);
  const played = await playExercise({ scenarioFile: scenario, capturesFile: captures, out, workspace, tell });
  if ('problems' in played) return complain(...notices, ...played.problems);
  if (json) return say(JSON.stringify(played, null, 2), notices);
  return say(
    `${played.exercise}: ${played.events} events saved in ${played.workspace}.\n${listFiles(played.out, played.files)}`,
    notices,
  );
}

export function listFiles(out: string, files: readonly string[]): string {
  return `Written to ${out}: ${files.join(', ')}.`;
}
