import type { ExerciseLine } from '#contract/programme.ts';
import { isHeld, sortNewestFirst } from '#core/plan/programme-cards.ts';
import { plural } from '#core/report/term-words.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

type Props = { readonly editing: PlanEditing; readonly exercises: readonly ExerciseLine[] };

export function PreviousSection({ editing: { form, change }, exercises }: Props) {
  // A sample's actions stay out of the register, and the other way round.
  const held = sortNewestFirst(exercises.filter(isHeld)).filter(({ isSample }) => isSample === form.sample);
  const chosen = form.plan.previous ?? '';
  const isKnown = chosen === '' || held.some(({ exercise }) => exercise === chosen);
  const open = held.find(({ exercise }) => exercise === chosen)?.openActions;
  function set(previous: string) {
    change((before) => {
      const { previous: _, ...plan } = before.plan;
      return { ...before, plan: previous === '' ? plan : { ...plan, previous } };
    });
  }
  if (held.length === 0 && chosen === '') return null;
  return (
    <Section title="Actions to test again">
      <SelectField
        label="Previous exercise"
        value={chosen}
        options={[
          { value: '', words: 'None' },
          ...(isKnown ? [] : [{ value: chosen, words: `${chosen} (not here any more)` }]),
          ...held.map(({ exercise, title, heldOn, isSample }) => ({
            value: exercise,
            words: `${title}, ${heldOn}${isSample ? ', sample' : ''}`,
          })),
        ]}
        hint={
          open === undefined
            ? 'Its actions are listed in Review, to say whether they held.'
            : `${plural(open, 'open action')}. All its actions are listed in Review, to say whether they held.`
        }
        onChange={set}
      />
    </Section>
  );
}
