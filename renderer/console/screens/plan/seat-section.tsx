import { ChoiceList } from '../../../parts/choice-list.tsx';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

const choices = [
  {
    value: 'someone_else',
    title: 'Someone else is Incident Commander, I facilitate',
    consequence: 'The usual case. Everything is measured and rated.',
  },
  {
    value: 'colleague',
    title: 'I facilitate, a colleague acts as Incident Commander',
    consequence: 'The same. The report names you as facilitator.',
  },
  {
    value: 'both',
    title: 'I do both',
    consequence:
      'Notes, expected actions, held-back answers and coming injects stay folded until you release each inject. Decisions are recorded, but decision latency and ratings are printed as “not rated: facilitator and Incident Commander were the same person”.',
  },
] as const;

export function SeatSection({ editing: { form, settle } }: { readonly editing: PlanEditing }) {
  return (
    <Section title="Who sits where">
      <ChoiceList
        label="Who sits where"
        value={form.plan.seat}
        choices={choices}
        onChange={(seat) => settle({ seat })}
      />
    </Section>
  );
}
