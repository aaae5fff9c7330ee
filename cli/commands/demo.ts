import { playDemo } from '#services/exercise/play-demo.ts';
import { sampleScorecard } from '#services/exercise/sample-scorecard.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = { readonly out: string; readonly json: boolean; readonly workspace?: string | null };

/** The four bundled scripts with their sample captures, in a workspace inside `--out`. */
export async function runDemo({ out, json, workspace = null }: Asked): Promise<Answer> {
  const notices = new Set<string>();
  if (workspace !== null)
    notices.add(
      `--workspace ${workspace} is not used: the demo has a workspace of its own inside ${out}. Nothing there was changed.`,
    );
  const demo = await playDemo(out, (notice) => notices.add(notice));
  if ('problems' in demo) return complain(...notices, ...demo.problems);
  if (json) return say(JSON.stringify(demo.played, null, 2), notices);
  const lines = demo.played.map(
    ({ exercise, events, files }) => `${exercise}: ${events} events, ${files.length} documents`,
  );
  const where = `Written to ${demo.out}, one folder each; the journals lie in ${demo.workspace}.`;
  const month = `${sampleScorecard}: ${demo.scorecard.length} documents`;
  return say([...lines, month, where].join('\n'), notices);
}
