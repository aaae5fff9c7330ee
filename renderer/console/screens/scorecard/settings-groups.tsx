import { tlpLabels } from '#core/scenario/vocabulary.ts';
import { profileNames } from '#core/scorecard/settings.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import css from './scorecard.module.css';
import { type NumberField, numberFields, type SettingsTyped } from './settings-fields.ts';

type Props = { readonly typed: SettingsTyped; readonly onChange: (part: Partial<SettingsTyped>) => void };

const scopes = [
  { value: 'tier_0_1_assets', words: 'Tier 0 and 1 assets' },
  { value: 'all_assets', words: 'Every active asset' },
];
const profiles = {
  default: 'Usual: 14, 30, 90, 180 days',
  fedramp_rev_5: 'FedRAMP Rev 5 style: 30, 30, 90, 180',
  pci: 'PCI style: 30, 30, 90, 180',
  bod_26_04: 'BOD 26-04 style, by four facts',
  own: 'Our own days',
} as const;

export function SettingsGroups({ typed, onChange }: Props) {
  const numbers = (...names: readonly NumberField[]) =>
    names.map((name) => (
      <TextField
        key={name}
        label={numberFields[name]}
        value={typed[name]}
        onChange={(value) => onChange({ [name]: value })}
      />
    ));
  return (
    <>
      <Group title="Page">
        <TextField
          label="Organisation"
          value={typed.organisation}
          onChange={(organisation) => onChange({ organisation })}
        />
        <SelectField
          label="TLP"
          value={typed.tlp}
          options={tlpLabels.map((value) => ({ value, words: value }))}
          onChange={(tlp) => onChange({ tlp: tlp as SettingsTyped['tlp'] })}
        />
        <TextField
          label="Time zone"
          value={typed.timezone}
          onChange={(timezone) => onChange({ timezone })}
          hint="Months begin and end there"
        />
        {numbers('source_stale')}
      </Group>
      <Group title="Controls and exceptions">
        <SelectField
          label="In scope"
          value={typed.scope}
          options={scopes}
          onChange={(scope) => onChange({ scope: scope as SettingsTyped['scope'] })}
        />
        {numbers('stale_after_days', 'expiring')}
        <TickBox isOn={typed.counts_exceptions} onChange={(counts_exceptions) => onChange({ counts_exceptions })}>
          An asset under an active exception counts as compliant
        </TickBox>
        <TextField
          label="People who left, one a line"
          rows={2}
          value={typed.people_left}
          onChange={(people_left) => onChange({ people_left })}
        />
      </Group>
      <Group title="Patching deadlines">
        <SelectField
          label="Profile"
          value={typed.profile}
          options={profileNames.map((value) => ({ value, words: profiles[value] }))}
          onChange={(profile) => onChange({ profile: profile as SettingsTyped['profile'] })}
        />
        {typed.profile === 'own' && numbers('sla_critical', 'sla_high', 'sla_medium', 'sla_low')}
      </Group>
      <Group title="Green and amber; what is beyond is red">
        {numbers('controls_green', 'controls_amber', 'drift_green', 'drift_amber', 'missed_green', 'missed_amber')}
        {numbers('mttd_green', 'mttd_amber', 'mttr_green', 'mttr_amber')}
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend className="label">{title}</legend>
      <div className={css.fields}>{children}</div>
    </fieldset>
  );
}
