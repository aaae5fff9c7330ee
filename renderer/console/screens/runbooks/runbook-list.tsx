import { shortDate } from '#core/local-time.ts';
import { plural } from '#core/report/term-words.ts';
import type { RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import css from './runbooks.module.css';

type Props = { readonly lines: readonly RunbookLine[]; readonly shown: string };

export function RunbookList({ lines, shown }: Props) {
  return (
    <nav className={css.list} aria-label="Runbooks">
      <ul>
        {lines.map(({ id, title, current, openChanges }) => (
          <li key={id}>
            <a href={`#/runbooks/${id}`} aria-current={id === shown ? 'true' : undefined} className={css.item}>
              <span className={css.name}>
                <b className="strong">{id}</b> <bdi>{title}</bdi>
              </span>
              <span className="tiny quiet">
                {current ? `${current.version}${approvedWords(current.approved_on)}` : 'No file taken in'}
                {openChanges > 0 && <b className="warn"> · {plural(openChanges, 'open change')}</b>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function approvedWords(day: string | undefined): string {
  return day === undefined ? '' : `, approved ${shortDate(day)}`;
}
