import { shortDate } from '#core/local-time.ts';
import { capitalise, plain, responseNames, roleNames } from '#core/report/term-words.ts';
import type { FeedRow } from '#core/review/list-feed.ts';
import css from '../review.module.css';

/** An entry with the fields its kind is read by. */
export function EntryWords({ row: { event, text, id } }: { readonly row: FeedRow }) {
  switch (event.type) {
    case 'runbook_change_proposed':
      return <ChangeWords data={event.data} />;
    case 'management_response_recorded': {
      const { gap, decision, by, until, note } = event.data;
      const told = [by && `by ${by}`, until && `until ${shortDate(until)}`, note].filter(Boolean).join(', ');
      return (
        <>
          <b className="strong">{gap}</b> {capitalise(responseNames[decision])}
          {told ? <bdi>, {told}</bdi> : null}
        </>
      );
    }
    case 'summary_approved': {
      const { name, role, on, tlp } = event.data;
      return (
        <>
          <b className="strong">{roleNames[role]}</b>: <bdi>{name}</bdi>, {shortDate(on)}, {tlp}
        </>
      );
    }
    case 'leadership_asked': {
      const { what, cost, owner, by } = event.data;
      const told = [cost ?? 'no cost yet', owner ?? 'nobody named', by ? `by ${shortDate(by)}` : 'no date yet'];
      return (
        <>
          <bdi>{what}</bdi>
          <p className="small quiet">
            <bdi>{told.join(', ')}</bdi>
          </p>
        </>
      );
    }
    default:
      return (
        <>
          {id ? <b className="strong">{id} </b> : null}
          <bdi>{text}</bdi>
        </>
      );
  }
}

type Change = Extract<FeedRow['event'], { type: 'runbook_change_proposed' }>['data'];

function ChangeWords({ data }: { readonly data: Change }) {
  const { change, runbook, step, type, gap } = data;
  const where = [`${runbook}${step ? ` step ${step}` : ''}`, plain(type), gap && `for ${gap}`].filter(Boolean);
  return (
    <>
      <b className="strong">{change}</b> {where.join(', ')}
      <div className={css.changed}>
        <div>
          <span className="label">Old text</span>
          <p>
            <bdi>{data.old ?? 'none'}</bdi>
          </p>
        </div>
        <div>
          <span className="label">New text</span>
          <p>
            <bdi>{data.new ?? 'none'}</bdi>
          </p>
        </div>
      </div>
    </>
  );
}
