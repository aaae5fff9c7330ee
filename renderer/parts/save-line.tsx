type Props = { readonly saving: 'saved' | 'saving' | 'failed'; readonly wrong?: number };

/** Where the words of a form are; the reason of a failure stands in the notice of the page. */
export function SaveLine({ saving, wrong = 0 }: Props) {
  return (
    <span role="status" className="small">
      {saving === 'failed' && <span className="state bad">Not saved</span>}
      {saving === 'saving' && <span className="state todo quiet">Saving…</span>}
      {saving === 'saved' && wrong > 0 && (
        <span className="state warn">
          {wrong === 1 ? 'One field is not saved; see there' : `${wrong} fields are not saved; see there`}
        </span>
      )}
      {saving === 'saved' && wrong === 0 && <span className="state good">Saved</span>}
    </span>
  );
}
