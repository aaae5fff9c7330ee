import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { documentNames } from '../export/document-names.ts';
import { scorecardNames } from '../scorecard/scorecard-names.ts';
import { sampleScorecard } from './sample-scorecard.ts';

/** What a demo writes, as patterns of paths below `--out`; a path ending in `/` is a folder. */
function describeOutputs(exercises: readonly string[]): RegExp {
  const exercise = `(${exercises.map(quote).join('|')})`;
  const document = `(${documentNames.map(quote).join('|')})`;
  const saved = String.raw`(script\.yaml|journal-\d{4}\.jsonl|anchor(\.prev)?\.json(\.[^/]*\.tmp)?)`;
  const register = String.raw`(action-items|runbooks)\.samples(\.prev)?\.json`;
  const month = String.raw`${quote(sampleScorecard)}/((${scorecardNames.map(quote).join('|')})(\.[^/]*\.tmp)?)?`;
  const patterns = [
    month,
    String.raw`${exercise}/(${document}(\.[^/]*\.tmp)?)?`,
    String.raw`${exercise}/runbooks/([A-Z]{2,5}-\d{1,4}\.md(\.[^/]*\.tmp)?)?`,
    String.raw`workspace/runbooks\.samples/([A-Z]{2,5}-\d{1,4}/(\.?[0-9.]+\.md(\.[^/]*\.tmp)?)?)?`,
    `workspace/((exercises|registers|quarantine)/)?`,
    `workspace/exercises/(${exercise}|\\.${exercise}\\.\\d+-[0-9a-f-]{36}\\.tmp)/(${saved}|quarantine/|quarantine/(journal|anchor)[^/]*[^/])?`,
    String.raw`workspace/registers/${register}(\.[^/]*\.tmp)?`,
    String.raw`workspace/quarantine/${register}(\.\d+)?`,
  ];
  return new RegExp(`^(${patterns.join('|')})$`);
}

/** Every path below the output folders that no demo wrote, in order: others may have put it there. */
export async function listForeign(out: string, exercises: readonly string[]): Promise<readonly string[]> {
  const ours = describeOutputs(exercises);
  const outputs = new Set(['workspace', sampleScorecard, ...exercises]);
  const foreign: string[] = [];
  async function walk(entries: readonly Dirent[], above: string): Promise<void> {
    for (const entry of entries) {
      const path = `${above}${entry.name}${entry.isDirectory() ? '/' : ''}`;
      if (!ours.test(path) || !(entry.isDirectory() || entry.isFile())) foreign.push(path);
      else if (entry.isDirectory()) await walk(await readdir(join(out, path), { withFileTypes: true }), path);
    }
  }
  const there = await readdir(out, { withFileTypes: true });
  await walk(
    there.filter(({ name }) => outputs.has(name)),
    '',
  );
  return foreign.sort();
}

function quote(text: string): string {
  return text.replace(/[.-]/g, String.raw`\$&`);
}
