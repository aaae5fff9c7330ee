import { Dialog } from '../screens/live/dialog.tsx';
import type { KeyGroup } from './key-group.ts';
import css from './key-sheet.module.css';

type Props = { readonly groups: readonly KeyGroup[]; readonly note: string; readonly onClose: () => void };

/** What each key does, in the words of somebody who has not used it yet. */
export function KeySheet({ groups, note, onClose }: Props) {
  return (
    <Dialog title="Keys" onClose={onClose} isWide={groups.length > 2}>
      <div className={groups.length > 2 ? css.columns : undefined}>
        {groups.map(({ title, rows }) => (
          <section key={title} className={css.group} aria-label={title}>
            <h3 className="row-title">{title}</h3>
            <dl className={css.keys}>
              {rows.map(([key, words]) => (
                <div key={key} className={css.row}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={css.note}>{note}</p>
    </Dialog>
  );
}
