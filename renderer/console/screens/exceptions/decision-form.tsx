import { useState } from 'react';
import type { Decision, DecisionKind } from '#core/exceptions/decision.ts';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { decisionNames } from '#core/exceptions/exception-words.ts';
import { isSamePerson } from '#core/same-person.ts';
import { decisions, suggestDecision } from '#core/scorecard/page/suggest-decision.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { FormFoot } from '../../../parts/form-foot.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { onCtrlEnter, useTold } from '../../../state/use-told.ts';
import shared from '../register/register.module.css';
import css from './exceptions.module.css';
import type { Exceptions } from './use-exceptions.ts';

type Props = { readonly exception: RegisteredException; readonly register: Exceptions };

/** `day` is of every kind: when it ends, is fixed, was closed or is answered. */
type Draft = { readonly day: string; readonly name: string; readonly reason: string; readonly control: string };

const asks: Readonly<Record<DecisionKind, { readonly day: string; readonly name: string | null }>> = {
  renew: { day: 'New expiry', name: 'Approver' },
  fix: { day: 'Until', name: 'Fixed by' },
  retire: { day: 'Closed on', name: null },
  escalate: { day: 'Answer until', name: 'Escalated to' },
};

/** One of four, and each asks for what it needs and for nothing else. */
export function DecisionForm({ exception, register }: Props) {
  const { id, row } = exception;
  const suggested = suggestDecision(exception);
  const [kind, setKind] = useState<DecisionKind>(suggested ?? 'renew');
  const [draft, setDraft] = useState<Draft>({
    day: '',
    name: '',
    reason: '',
    control: row?.compensating_control ?? '',
  });
  const { problem, said, isBusy, give } = useTold((decision: Decision) => register.decide(id, decision));
  const set = (field: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const save = () => void give(compose(kind, draft), `Saved: ${decisionNames[kind].toLowerCase()}.`);
  const owner = row?.owner ?? undefined;
  const names = register.names.filter((name) => !isSamePerson(name, owner));
  const { day, name } = asks[kind];
  return (
    <form
      className={`${shared.form} ${css.form}`}
      aria-label="Decision"
      onKeyDown={onCtrlEnter(save)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Segments label="Decision" names={decisionNames} values={decisions} chosen={kind} onChoose={setKind} />
      {suggested && <p className="tiny quiet">Suggested by rule: {suggested}. People decide.</p>}
      {name !== null && (
        <TextField
          label={name}
          value={draft.name}
          onChange={set('name')}
          suggestions={kind === 'fix' ? register.names : names}
          hint={kind === 'fix' ? undefined : `Somebody other than ${owner ?? 'its owner'}`}
        />
      )}
      <DayField key={kind} label={day} day={draft.day} onChange={set('day')} />
      {kind === 'renew' && (
        <TextField
          label="Compensating control"
          hint={row?.risk === 'critical' || row?.risk === 'high' ? `Asked for: its risk is ${row.risk}` : undefined}
          rows={2}
          value={draft.control}
          onChange={set('control')}
        />
      )}
      <TextField
        label="Reason"
        hint={kind === 'renew' ? 'Asked for where it ends more than 365 days from today' : undefined}
        rows={2}
        value={draft.reason}
        onChange={set('reason')}
      />
      <FormFoot label="Save decision" isMain isBusy={isBusy} said={said} problem={problem} />
    </form>
  );
}

function compose(kind: DecisionKind, { day, name, reason, control }: Draft): Decision {
  switch (kind) {
    case 'renew':
      return { is: 'renew', expires_on: day, approver: name, reason, compensating_control: control };
    case 'fix':
      return { is: 'fix', by: name, until: day, reason };
    case 'retire':
      return { is: 'retire', closed_on: day, reason };
    case 'escalate':
      return { is: 'escalate', to: name, until: day, reason };
  }
}
