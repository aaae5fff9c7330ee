import type { MonthShown, MonthsShown } from '#contract/scorecard.ts';
import { longDate } from '#core/local-time.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { previousMonth } from '#core/scorecard/period.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import type { OpenPanel } from './open-panel.ts';
import css from './scorecard.module.css';

type Props = {
  readonly shown: MonthShown;
  readonly months: MonthsShown;
  readonly panel: OpenPanel;
  readonly onPanel: (panel: NonNullable<OpenPanel>) => void;
  readonly onGo: (to: string) => void;
};

const monthsOffered = 12;

export function MonthHead({ shown, months, panel, onPanel, onGo }: Props) {
  const { view, draft, line } = shown;
  const { period, revision, tlp } = view;
  const toggle = (name: NonNullable<OpenPanel>) => ({
    id: `open-${name}`,
    'aria-expanded': panel === name,
    onClick: () => onPanel(name),
  });
  const isNewest = line.revisions[0]?.revision === revision;
  return (
    <PageHead
      label={`As of ${longDate(period.as_of)}, revision ${revision}. ${tlp}`}
      title={monthWords(period.month)}
      takesFocus
    >
      <MonthChooser month={period.month} months={months} onGo={onGo} />
      <span className={`state small ${draft || !isNewest ? 'warn' : 'good'}`}>
        {tellState(draft !== null, isNewest)}
      </span>
      <button type="button" className="button plain" {...toggle('settings')}>
        Settings
      </button>
      {draft ? (
        <>
          <button type="button" className="button" {...toggle('files')}>
            Import files
          </button>
          <button type="button" className="button primary" {...toggle('publish')}>
            Publish revision {revision}
          </button>
        </>
      ) : (
        <>
          {isNewest && !line.isDrafted && (
            <button type="button" className="button" {...toggle('correct')}>
              Correct
            </button>
          )}
          <button type="button" className="button primary" {...toggle('documents')}>
            Write documents
          </button>
        </>
      )}
    </PageHead>
  );
}

function tellState(isDraft: boolean, isNewest: boolean): string {
  if (isDraft) return 'Not published';
  return isNewest ? 'Published' : 'Published, and corrected by a later revision';
}

type ChooserProps = { readonly month: string; readonly months: MonthsShown; readonly onGo: (to: string) => void };

/** The way to another month, also from one that cannot be read. */
export function MonthChooser({ month, months, onGo }: ChooserProps) {
  return (
    <div className={css.picker}>
      <SelectField label="Month" isLabelHidden value={month} options={listMonths(months, month)} onChange={onGo} />
    </div>
  );
}

/** What is there and the twelve months before today, the newest first. */
function listMonths({ months, today }: MonthsShown, shown: string) {
  const offered = new Set([...months.map(({ month }) => month), shown]);
  let month = today.slice(0, 7);
  for (let count = 0; count < monthsOffered; count += 1) {
    offered.add(month);
    month = previousMonth(month);
  }
  const sorted = [...offered].sort((a, b) => (a < b ? 1 : -1));
  return sorted.map((value) => {
    const line = months.find((one) => one.month === value);
    const newest = line?.revisions[0]?.revision;
    const words = [newest === undefined ? null : `revision ${newest}`, line?.isDrafted ? 'draft' : null];
    const state = words.filter((word) => word !== null).join(', ') || 'not begun';
    return { value, words: `${monthWords(value)}: ${state}` };
  });
}
