import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { type ReadPack, readPack } from '#services/pack/read-pack.ts';
import { writePack } from '#services/pack/write-pack.ts';
import { type Answer, complain, say } from '../answer.ts';
import { listFiles } from './play.ts';

type Asked = {
  readonly scenario: string;
  readonly captures: string | null;
  readonly out: string;
  readonly workspace: string;
  readonly json: boolean;
  readonly paper?: PaperSize | undefined;
};

const planWords: Readonly<Record<ReadPack['planFrom'], string>> = {
  captures: 'as the captures file plans it',
  workspace: 'as planned in the workspace',
  default: 'with every default: no plan of it is saved in the workspace',
};

/** The printed pack as Word files; every problem is a line on stderr, and then nothing was written. */
export async function runPack({ scenario, captures, out, workspace, json, paper }: Asked): Promise<Answer> {
  const read = await readPack({ scenarioFile: scenario, capturesFile: captures, workspace });
  if ('problems' in read) return complain(...read.problems);
  const { pack, planFrom } = read;
  const outProblem = await prepareOut(out, workspace);
  if (outProblem !== null) return complain(outProblem);
  const written = await writePack({ pack, out, paper });
  if (!written.ok) return complain(`${written.problem.message} ${written.problem.hint}`);
  const { length_min } = pack.setup.plan;
  if (json) {
    const counts = { handouts: pack.handouts.length, slips: pack.slips.length, decision_cards: pack.cards.length };
    const told = { scenario: pack.scenario.id, plan: planFrom, length_min, out, files: written.value, ...counts };
    return say(JSON.stringify(told, null, 2));
  }
  const what = `${pack.scenario.title}, ${length_min} minutes, ${planWords[planFrom]}.`;
  return say(`${what}\n${listFiles(out, written.value)}`);
}
