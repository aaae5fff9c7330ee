import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { findZone } from '#core/plan/find-zone.ts';
import { profileWords } from '#core/plan/profile-words.ts';
import { findAppearances } from '#core/plan/story-names.ts';
import { plural } from '#core/report/term-words.ts';
import { type ProfileFlag, profileFlags } from '#core/scenario/vocabulary.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

const zones = Intl.supportedValuesOf('timeZone');
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const labels = { name: 'Name', product: 'Product or service', domain: 'Mail domain' } as const;

export function OrganisationSection({ editing }: { readonly editing: PlanEditing }) {
  const { form, scenario, change, faultAt, flush } = editing;
  const { organisation } = form;
  const places = findAppearances(scenario);
  const name = useOwnName(editing);
  function set(part: Partial<typeof organisation>) {
    change((before) => ({ ...before, organisation: { ...before.organisation, ...part } }));
  }
  return (
    <Section title="Organisation" aside="Stands in the artefacts and in the report">
      <div className={styles.grid}>
        {(['name', 'product', 'domain'] as const).map((field) => (
          <TextField
            key={field}
            label={labels[field]}
            value={field === 'name' ? name.shown : (organisation[field] ?? '')}
            inPlace={scenario.placeholders[`org.${field}`]}
            hint={hintFor(places.get(`org.${field}`))}
            error={faultAt(`organisation.${field}`)}
            onChange={(typed) => set({ [field]: field === 'name' ? name.read(typed) : typed })}
            onBlur={() => void flush()}
          />
        ))}
        <TextField
          label="Time zone"
          value={organisation.time_zone}
          suggestions={zones}
          hint={organisation.time_zone === ownZone ? undefined : `This computer’s own is ${ownZone}.`}
          error={faultAt('organisation.time_zone')}
          onChange={(time_zone) => set({ time_zone })}
          onBlur={() => {
            set({ time_zone: findZone(organisation.time_zone, zones) });
            void flush();
          }}
        />
      </div>
      <Profile profile={organisation.profile} onChange={(profile) => set({ profile })} />
    </Section>
  );
}

/** The script's invented name stands in place as an example, and is what an empty field means. */
function useOwnName({ form, scenario }: PlanEditing) {
  const [isTyped, setTyped] = useState(false);
  const { name } = form.organisation;
  const example = scenario.placeholders['org.name'] ?? '';
  return {
    shown: name === example && !form.sample && !isTyped ? '' : name,
    read: (typed: string) => {
      const isOwn = typed.trim() !== '';
      setTyped(isOwn);
      return isOwn ? typed : example;
    },
  };
}

function hintFor(places: readonly string[] | undefined): string {
  if (!places || places.length === 0) return 'No artefact of this script names it.';
  return places.length === 1
    ? `Read in “${places[0]}”.`
    : `Read in “${places[0]}” and ${plural(places.length - 1, 'other place')}.`;
}

type ProfileProps = {
  readonly profile: readonly ProfileFlag[] | undefined;
  readonly onChange: (profile: ProfileFlag[] | undefined) => void;
};

/** Without an answer every legal clock may apply; an answer with nothing ticked says that none of this does. */
function Profile({ profile, onChange }: ProfileProps) {
  const summary = useRef<HTMLElement>(null);
  const chosen = new Set(profile ?? []);
  function set(flag: ProfileFlag, isOn: boolean) {
    if (isOn) chosen.add(flag);
    else chosen.delete(flag);
    onChange(profileFlags.filter((known) => chosen.has(known)));
  }
  function leaveOpen() {
    flushSync(() => onChange(undefined));
    summary.current?.focus(); // the one that was pressed is gone
  }
  return (
    <details className={styles.profile}>
      <summary ref={summary}>
        <b>What applies to you in law:</b>{' '}
        {profile === undefined
          ? 'not said, so every legal clock may apply'
          : `${profile.length} of ${profileFlags.length} ticked`}
      </summary>
      <p className="small quiet">
        Live you are offered only the legal clocks that what you tick makes possible. {notLegalAdvice}
      </p>
      <fieldset className={styles.flags}>
        <legend className="sr">What applies to you in law</legend>
        {profileFlags.map((flag) => (
          <TickBox key={flag} isOn={chosen.has(flag)} onChange={(isOn) => set(flag, isOn)}>
            {profileWords[flag]}
          </TickBox>
        ))}
      </fieldset>
      {profile !== undefined && (
        <button type="button" className="link" onClick={leaveOpen}>
          Leave it open, so that every clock may apply
        </button>
      )}
    </details>
  );
}
