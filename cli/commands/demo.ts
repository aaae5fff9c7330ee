import { playDemo } from '#services/exercise/play-demo.ts';
import { type Answer, complain, say } from '../answer.ts';

/** The four bundled scripts with their sample captures, in a workspace inside `--out`. */
export async function runDemo({ out, json }: { readonly out: string; readonly json: boolean }): Promise<Answer> {
  const demo = await playDemo(out);
  if ('problems' in demo) return complain(...demo.problems);
  if (json) return say(JSON.stringify(demo.played, null, 2));
  const lines = demo.played.map(
    ({ exercise, events, files }) => `${exercise}: ${events} events, ${files.length} documents`,
  );
  return say([...lines, `Written to ${demo.out}, one folder each; the journals lie in ${demo.workspace}.`].join('\n'));
}
