import { useState } from 'react';
import type { ActionChange } from '#core/actions/change-action.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { FormFoot } from '../../../parts/form-foot.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { onCtrlEnter, useTold } from '../../../state/use-told.ts';
import shared from '../register/register.module.css';
import type { Register } from './use-register.ts';

/** Where the action lives in a tracker. Muster never goes there. */
export function LinkForm({ action, register }: { readonly action: RegisteredAction; readonly register: Register }) {
  const [key, setKey] = useState(action.external_key ?? '');
  const [url, setUrl] = useState(action.external_url ?? '');
  const [estimate, setEstimate] = useState(action.estimate ?? '');
  const { problem, said, isBusy, give } = useTold((change: ActionChange) => register.change(action.origin, change));
  const save = () => void give({ is: 'link', external_key: key, external_url: url, estimate }, 'Saved.');
  return (
    <details className={shared.part}>
      <summary className="link">Tracker and estimate</summary>
      <form
        className={shared.form}
        aria-label="Tracker and estimate"
        onKeyDown={onCtrlEnter(save)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label="Key" inPlace="SEC-14" value={key} onChange={setKey} />
        <TextField label="Address" inPlace="https://…" value={url} onChange={setUrl} />
        <TextField label="Estimate" inPlace="2d" value={estimate} onChange={setEstimate} />
        <FormFoot label="Save link" isBusy={isBusy} said={said} problem={problem} />
      </form>
    </details>
  );
}
