import { eventAt } from '#core/exercise/log.ts';
import { briefName } from '#core/review/list-references.ts';
import { NewForm } from './new-form.tsx';
import { ReferredTo } from './referred-to.tsx';
import { useReviewed } from './review-context.tsx';

/** An entry is never deleted: it is withdrawn with a reason, and the record keeps both. */
export function WithdrawForm({ seq }: { readonly seq: number }) {
  const { state } = useReviewed();
  const entry = eventAt(state.log, seq);
  if (!entry) return null;
  const about = briefName(state, entry);
  return (
    <>
      <ReferredTo seq={seq} about={about} />
      <NewForm
        verb="withdraw_entry"
        about={String(seq)}
        fixed={{ of: seq }}
        label={`Withdraw ${about}`}
        saveLabel="Withdraw"
      />
    </>
  );
}
