import { playDemo } from '#services/exercise/play-demo.ts';
import { sampleScorecard } from '#services/exercise/sample-scorecard.ts';
import { type Answer, complain, say } from '../answer.ts';

/** The four bundled scripts with their sample captures, in a workspace inside `--out`. */
export async function runDemo({ out, json }: { readonly out: string; readonly json: boolean }): Promise<Answer> {
  const notices = new Set<string>();
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
