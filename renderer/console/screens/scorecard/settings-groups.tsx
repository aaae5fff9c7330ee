import { paperSizes, paperWords, tlpLabels } from '#core/scenario/vocabulary.ts';
import { profileNames } from '#core/scorecard/settings.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import css from './scorecard.module.css';
import { type NumberField, numberFields, type SettingsTyped, timeFields } from './settings-fields.ts';

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
      <PageSettings typed={typed} onChange={onChange} />
      <Group
        title="Controls and exceptions"
        does="Scope, days and what counts as compliant are a definition: the line of twelve months breaks where they change."
      >
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
      <IncidentTimes typed={typed} onChange={onChange} />
      <Group
        title="Patching deadlines"
        does="Another profile counts other deadlines as missed: the line of twelve months breaks there."
      >
        <SelectField
          label="Profile"
          value={typed.profile}
          options={profileNames.map((value) => ({ value, words: profiles[value] }))}
          onChange={(profile) => onChange({ profile: profile as SettingsTyped['profile'] })}
        />
        {typed.profile === 'own' && numbers('sla_critical', 'sla_high', 'sla_medium', 'sla_low')}
      </Group>
      <Group
        title="Green and amber; what is beyond is red"
        does="Another threshold rates the same figures otherwise: no line breaks. P0 and P1 are rated in scorecard.json alone, never on the page."
      >
        {numbers('controls_green', 'controls_amber', 'drift_green', 'drift_amber', 'missed_green', 'missed_amber')}
        {numbers('mttd_green', 'mttd_amber', 'mttr_green', 'mttr_amber')}
        {numbers('p0_green', 'p0_red', 'p1_green', 'p1_amber')}
      </Group>
    </>
  );
}

function PageSettings({ typed, onChange }: Props) {
  return (
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
      <SelectField
        label="Paper"
        value={typed.paper}
        options={paperSizes.map((value) => ({ value, words: paperWords[value] }))}
        onChange={(paper) => onChange({ paper: paper as SettingsTyped['paper'] })}
      />
      <TextField
        label="Time zone"
        value={typed.timezone}
        onChange={(timezone) => onChange({ timezone })}
        hint="Months begin and end there"
      />
      <TextField
        label={numberFields.source_stale}
        value={typed.source_stale}
        onChange={(source_stale) => onChange({ source_stale })}
      />
    </Group>
  );
}

const timeLabels = {
  mttd_to: 'To detect: from when it occurred until',
  mttr_from: 'To resolve: from when',
  mttr_to: 'To resolve: until',
} as const;
const timeNames = ['mttd_to', 'mttr_from', 'mttr_to'] as const;

function IncidentTimes({ typed, onChange }: Props) {
  return (
    <Group
      title="Times of incidents"
      does="Other times are another measure: the next month is not compared with the last, and its line breaks there."
    >
      {timeNames.map((name) => (
        <SelectField
          key={name}
          label={timeLabels[name]}
          value={typed[name]}
          options={Object.entries(timeFields[name]).map(([value, words]) => ({ value, words }))}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </Group>
  );
}

type GroupProps = { readonly title: string; readonly does?: string; readonly children: React.ReactNode };

/** `does`: what a change of it does to the months. */
function Group({ title, does, children }: GroupProps) {
  return (
    <fieldset className={css.group}>
      <legend className="label">{title}</legend>
      {does && <p className={`tiny quiet ${css.does}`}>{does}</p>}
      <div className={css.fields}>{children}</div>
    </fieldset>
  );
}
