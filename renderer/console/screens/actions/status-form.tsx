import { useState } from 'react';
import type { ActionChange } from '#core/actions/change-action.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { statusNames } from '#core/report/term-words.ts';
import { actionStatuses } from '#core/scenario/vocabulary.ts';
import { FormFoot } from '../../../parts/form-foot.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { onCtrlEnter, useTold } from '../../../state/use-told.ts';
import shared from '../register/register.module.css';
import type { Register } from './use-register.ts';
import { statusWords } from './words.ts';

type Status = RegisteredAction['status'];
type Props = { readonly action: RegisteredAction; readonly register: Register };

const options = actionStatuses.map((value) => ({ value, words: statusWords(value) }));

/** A new status asks for what it needs, and for nothing else. */
export function StatusForm({ action, register }: Props) {
  const [status, setStatus] = useState<Status>(action.status);
  const [evidence, setEvidence] = useState(action.evidence ?? '');
  const [verifiedBy, setVerifiedBy] = useState(action.verified_by ?? '');
  const [reason, setReason] = useState(action.reason ?? '');
  const [acceptedBy, setAcceptedBy] = useState(action.accepted_by ?? '');
  const { problem, said, isBusy, give } = useTold((change: ActionChange) => register.change(action.origin, change));
  const isDropped = status === 'wont_do';
  const isClosing = status === 'done' || status === 'verified';
  const save = () => {
    const why = isDropped ? { reason, accepted_by: acceptedBy } : status === 'blocked' ? { reason } : {};
    const shown = isClosing ? { evidence } : {};
    const verified = status === 'verified' ? { verified_by: verifiedBy } : {};
    void give({ is: 'status', status, ...shown, ...verified, ...why }, `Saved: ${statusNames[status]}.`);
  };
  return (
    <form
      className={shared.form}
      aria-label="Status"
      onKeyDown={onCtrlEnter(save)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField label="Status" value={status} options={options} onChange={(value) => setStatus(value as Status)} />
      {isClosing && (
        <TextField
          label="Evidence"
          hint="What shows it: a document, a test and its day"
          rows={2}
          value={evidence}
          onChange={setEvidence}
        />
      )}
      {status === 'verified' && (
        <TextField
          label="Verified by"
          hint={`Somebody other than ${action.owner_name ?? 'the owner'}`}
          value={verifiedBy}
          onChange={setVerifiedBy}
          suggestions={register.names.filter((name) => name !== action.owner_name)}
        />
      )}
      {(isDropped || status === 'blocked') && (
        <TextField label={isDropped ? 'Reason' : 'By what'} rows={2} value={reason} onChange={setReason} />
      )}
      {isDropped && (
        <TextField label="Risk accepted by" value={acceptedBy} onChange={setAcceptedBy} suggestions={register.names} />
      )}
      <FormFoot label="Save status" isMain isBusy={isBusy} said={said} problem={problem} />
    </form>
  );
}
