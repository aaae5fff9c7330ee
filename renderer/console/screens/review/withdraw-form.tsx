import { NewForm } from './new-form.tsx';
import { ReferredTo } from './referred-to.tsx';

/** An entry is never deleted: it is withdrawn with a reason, and the record keeps both. */
export function WithdrawForm({ seq }: { readonly seq: number }) {
  return (
    <>
      <ReferredTo seq={seq} about={`entry ${seq}`} />
      <NewForm
        verb="withdraw_entry"
        about={String(seq)}
        fixed={{ of: seq }}
        label={`Withdraw entry ${seq}`}
        saveLabel="Withdraw"
      />
    </>
  );
}
