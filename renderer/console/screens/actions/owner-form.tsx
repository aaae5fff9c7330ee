import { useState } from 'react';
import type { ActionChange } from '#core/actions/change-action.ts';
import { standingOf } from '#core/actions/owner-standing.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { roleNames } from '#core/report/term-words.ts';
import { roles } from '#core/scenario/vocabulary.ts';
import { FormFoot } from '../../../parts/form-foot.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import { onCtrlEnter, useTold } from '../../../state/use-told.ts';
import shared from '../register/register.module.css';
import type { Register } from './use-register.ts';

type Props = { readonly action: RegisteredAction; readonly register: Register; readonly isOpen: boolean };

const roleOptions = [{ value: '', words: 'None' }, ...roles.map((value) => ({ value, words: roleNames[value] }))];

/** Hands an action over, such as from somebody who left. */
export function OwnerForm({ action, register, isOpen }: Props) {
  const [isOpenFirst] = useState(isOpen); // from then on whoever reads it opens and closes it
  const [name, setName] = useState(action.owner_name ?? '');
  const [role, setRole] = useState(action.owner_role ?? '');
  const [email, setEmail] = useState(action.owner_email ?? '');
  const [sponsor, setSponsor] = useState(action.sponsor ?? '');
  const { problem, said, isBusy, give } = useTold((change: ActionChange) => register.change(action.origin, change));
  const save = () => {
    const ownerRole = roles.find((known) => known === role);
    const owner = { owner_name: name, owner_email: email, sponsor, ...(ownerRole && { owner_role: ownerRole }) };
    void give({ is: 'owner', ...owner }, `Saved: ${name.trim()} owns it.`);
  };
  return (
    <details className={shared.part} open={isOpenFirst}>
      <summary className="link">Owner and sponsor</summary>
      <form
        className={shared.form}
        aria-label="Owner and sponsor"
        onKeyDown={onCtrlEnter(save)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label="Owner" value={name} onChange={setName} suggestions={register.names} />
        <SelectField label="Role" value={role} options={roleOptions} onChange={setRole} />
        <TextField label="E-mail" hint="Jira and Azure Boards assign by it" value={email} onChange={setEmail} />
        <TextField label="Sponsor" value={sponsor} onChange={setSponsor} suggestions={register.names} />
        <FormFoot label="Save owner" isBusy={isBusy} said={said} problem={problem} />
      </form>
      <HasLeft action={action} register={register} />
    </details>
  );
}

/** Of the owner as the register has it, not of a name that is being typed. */
function HasLeft({ action, register }: Omit<Props, 'isOpen'>) {
  const { owner_name: owner } = action;
  if (owner === undefined) return null;
  return (
    <TickBox
      isOn={standingOf(action, register.people) === 'left'}
      onChange={(hasLeft) => void register.markLeft(owner, hasLeft)}
    >
      <bdi>{owner}</bdi> has left: said at every action of theirs
    </TickBox>
  );
}
