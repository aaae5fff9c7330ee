import { shortDate } from '#core/local-time.ts';
import { plural } from '#core/report/term-words.ts';
import type { SourceFacts } from '#core/scorecard/source-facts.ts';
import { tileOfFile } from '#core/scorecard/views/file-numbers.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import type { Question } from '#core/scorecard/views/question.ts';
import css from './scorecard.module.css';
import { LitWords } from './tiles.tsx';

type Props = { readonly urgent: NonNullable<MonthView['urgent']>; readonly onAll: () => void };

/** Five exceptions that somebody has to decide on first. */
export function UrgentExceptions({ urgent: { list, total }, onAll }: Props) {
  return (
    <section className={css.section} aria-labelledby="urgent">
      <div className={css.sectionHead}>
        <h2 id="urgent" className="section-title">
          Most urgent exceptions
        </h2>
        {total > 0 && (
          <span className={css.ways}>
            <button type="button" className="link" onClick={onAll}>
              All {total}
            </button>
            <a className="link" href="#/exceptions">
              Decide on them
            </a>
          </span>
        )}
      </div>
      {list.length === 0 ? (
        <p className={css.none}>None is active, expired and open, or pending.</p>
      ) : (
        <table className={`${css.table} ${css.stacked}`}>
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">What</th>
              <th scope="col">Owner</th>
              <th scope="col" className="num">
                Days left
              </th>
              <th scope="col" className={css.flagColumn}>
                Flags
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, title, owner, daysLeft, flags, isRed }) => (
              <tr key={id}>
                <td className="strong">
                  <a href={`#/exceptions/${encodeURIComponent(id)}`}>
                    <bdi>{id}</bdi>
                  </a>
                </td>
                <td>
                  <bdi>{title}</bdi>
                </td>
                <td className={owner === null ? undefined : 'quiet'}>
                  <bdi>{owner ?? 'Nobody'}</bdi>
                </td>
                <td className="num">{daysLeft}</td>
                <td className={css.flagColumn}>
                  {flags.length > 0 && (
                    <span className={`state ${css.flags} ${isRed ? 'bad' : 'warn'}`}>{flags.join(', ')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type FootProps = { readonly view: MonthView; readonly onAsk: (question: Question) => void };

/** What the figures are made of and counted by; exercises stand apart from them. */
export function Footnotes({ view, onAsk }: FootProps) {
  return (
    <section className={css.foot} aria-label="Definitions and data quality">
      <p>
        <LitWords words={view.readiness} />{' '}
        <a className="link" href="#/actions">
          Which actions and gaps
        </a>
      </p>
      <p>
        <LitWords words={view.definitions} />
      </p>
      <dl className={css.sources}>
        {view.sources.map((source) => (
          <div key={source.kind}>
            <dt className="strong">{source.kind}</dt>
            <dd>{tellSource(source)}</dd>
            <SourceRows source={source} view={view} onAsk={onAsk} />
            {source.warnings.length > 0 && (
              <dd>
                <details>
                  <summary className="link">{plural(source.warnings.length, 'remark')}</summary>
                  <ul>
                    {source.warnings.map((warning) => (
                      <li key={warning}>
                        <bdi>{warning}</bdi>
                      </li>
                    ))}
                  </ul>
                </details>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function tellSource({ file, rows, rejected, duplicates, dated_on, is_stale }: SourceFacts): string {
  if (file === null) return 'not taken';
  const twice = duplicates > 0 ? `, ${duplicates} twice` : '';
  const dated = dated_on === null ? '' : `, of ${shortDate(dated_on)}${is_stale ? ', stale' : ''}`;
  return `${plural(rows, 'row')} read, ${rejected} rejected${twice}${dated}`;
}

/** The rows that a file holds, and those that could not be read. */
function SourceRows({ source, view, onAsk }: FootProps & { readonly source: SourceFacts }) {
  const tile = tileOfFile[source.kind];
  const numbers = view.tiles.find((one) => one.tile === tile)?.numbers ?? [];
  const asked = numbers.filter(({ question }) => question === `${tile}.unread` || question === `${tile}.noted`);
  if (asked.length === 0) return null;
  return (
    <dd className={css.ways}>
      {asked.map(({ question, value, words }) => (
        <button key={question} type="button" className="link" onClick={() => onAsk(question)}>
          {value} {words}
        </button>
      ))}
    </dd>
  );
}
