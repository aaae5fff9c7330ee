import { join } from 'node:path';
import type { Scenario } from '#core/scenario/schema.ts';
import { loadScenario } from '#services/scenario/load-scenario.ts';

export const quarterScripts = ['q1-data-breach', 'q2-ransomware', 'q3-insider-threat', 'q4-supply-chain'] as const;

export async function readQuarter(script: string): Promise<Scenario> {
  const file = join(import.meta.dirname, '../../scenarios', `${script}.yaml`);
  const { scenario } = await loadScenario(file);
  if (!scenario) throw new Error(`${file} cannot be read`);
  return scenario;
}
