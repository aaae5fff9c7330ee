import type { Organisation, Participant } from '../exercise/setup.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';
import { listScriptRunbooks } from './script-runbooks.ts';

/** Invented throughout; `wexcombe.example` can never be anybody's. */
const organisation: Organisation = {
  name: 'Wexcombe Systems',
  product: 'Wexcombe Supply',
  domain: 'wexcombe.example',
  time_zone: 'Europe/Berlin',
};

const profile = [
  'eu_personal_data',
  'uk_personal_data',
  'controller',
  'processor',
  'us_nexus',
  'us_residents',
  'ca_residents',
  'hipaa_business_associate',
  'contract_clause',
  'cyber_policy',
] as const;

const people: readonly Participant[] = [
  { name: 'Imogen Hale', role: 'FAC', function: 'Business continuity' },
  { name: 'Tomás Brandt', role: 'IC', function: 'Head of operations' },
  { name: 'Priya Raman', role: 'SEC', function: 'Security operations' },
  { name: 'Joon Park', role: 'DEVOPS', function: 'Platform engineering' },
  { name: 'Ruth Okafor', role: 'LEGAL', function: 'Legal and data protection' },
  { name: 'Elin Dahl', role: 'COMMS', function: 'Communications' },
  { name: 'Helena Aalto', role: 'EXEC', function: 'Executive sponsor' },
  { name: 'Lwazi Dube', role: 'HR', function: 'Human resources' },
  { name: 'Erik Sund', role: 'FIN', function: 'Finance and insurance' },
  { name: 'Ana Costa', role: 'SUPPORT', function: 'Customer support' },
  { name: 'Noor Aziz', role: 'SCRIBE', function: 'Customer operations' },
  { name: 'Samir Reyes', role: 'EVAL', function: 'Internal audit' },
];

/** Everything that can be settled before a start, settled with invented people; kept out of registers and trend. */
export function fillSamplePlan(plan: Plan, scenario: Scenario): Plan {
  const makesProducts = scenario.clocks.some((clock) => clock.startsWith('CRA-'));
  return {
    ...plan,
    sample: true,
    organisation: {
      ...organisation,
      profile: [...profile, ...(makesProducts ? ['manufacturer_pde_eu' as const] : [])],
    },
    plan: {
      ...plan.plan,
      evaluator: 'Samir Reyes, internal audit, independent of the players',
      runbooks: listScriptRunbooks(scenario).map(({ id }) => ({ id, version: '1.0' })),
    },
    participants: [...people],
  };
}
