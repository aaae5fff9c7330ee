import { formatDiagnostic, loadScenario } from '#services/scenario/load-scenario.ts';
import type { Answer } from '../answer.ts';

type Asked = { readonly files: readonly string[]; readonly json: boolean };

/** Every fault of every file; exit 1 when one of them is an error. */
export async function runCheck({ files, json }: Asked): Promise<Answer> {
  const loaded = await Promise.all(files.map((file) => loadScenario(file)));
  const diagnostics = loaded.flatMap((script) => script.diagnostics.map(({ about: _, ...told }) => told));
  const exitCode = diagnostics.some(({ level }) => level === 'error') ? 1 : 0;
  if (json) return { exitCode, stdout: JSON.stringify(diagnostics, null, 2), stderr: '' };
  const clean = loaded.flatMap(({ file, scenario, diagnostics: found }) =>
    scenario && found.length === 0 ? [`${file}: "${scenario.title}" has no errors and no warnings.`] : [],
  );
  return { exitCode, stdout: clean.join('\n'), stderr: diagnostics.map(formatDiagnostic).join('\n') };
}
