import { describeTlp } from '#core/report/term-words.ts';
import { paperSizes, paperWords, tlpLabels } from '#core/scenario/vocabulary.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

export function MarkingSection({ editing: { form, settle, change } }: { readonly editing: PlanEditing }) {
  const organisation = form.organisation.name.trim() || 'the organisation';
  return (
    <Section title="Marking and paper">
      <SelectField
        label="Traffic light (TLP)"
        value={form.plan.tlp}
        options={tlpLabels.map((label) => ({ value: label, words: label }))}
        hint={`The report is ${describeTlp(form.plan.tlp, organisation)}.`}
        onChange={(chosen) => settle({ tlp: tlpLabels.find((label) => label === chosen) ?? form.plan.tlp })}
      />
      <SelectField
        label="Paper of the documents"
        value={form.organisation.paper ?? 'a4'}
        options={paperSizes.map((size) => ({ value: size, words: paperWords[size] }))}
        hint="Page one of the report fits either."
        onChange={(chosen) => {
          const paper = paperSizes.find((size) => size === chosen);
          change((before) => ({ ...before, organisation: { ...before.organisation, paper } }));
        }}
      />
      <TickBox isOn={form.sample} onChange={(sample) => change((before) => ({ ...before, sample }))}>
        A sample, for practice: its actions stay out of the register
      </TickBox>
    </Section>
  );
}
