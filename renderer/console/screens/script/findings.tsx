import { memo, useLayoutEffect, useRef, useState } from 'react';
import { plural } from '#core/report/term-words.ts';
import type { Excerpt } from '#core/scenario/cut-excerpt.ts';
import { keyOf } from '#core/scenario/finding-subject.ts';
import { goTo, type NamedFinding, nameSubject } from './places.ts';
import styles from './script.module.css';

type Props = { readonly findings: readonly NamedFinding[]; readonly places: ReadonlySet<string> };

const groups = [
  { level: 'error', title: 'Errors: it cannot be played until they are mended' },
  { level: 'warning', title: 'Remarks: worth another look' },
] as const;

/** Everything that the check of the script noticed, errors first, each with its place in the file and on this screen. */
export const Findings = memo(function Findings({ findings, places }: Props) {
  const { list, heading } = useKeptFocus(findings);
  return (
    <section ref={list} className={styles.sec} aria-labelledby="findings">
      <div className={styles.secHead}>
        <h2 ref={heading} id="findings" tabIndex={-1} className="section-title">
          Check of the script
        </h2>
        <span className={`small ${findings.length === 0 ? 'state good' : 'quiet'}`}>{countWords(findings)}</span>
      </div>
      {groups.map(({ level, title }) => {
        const found = findings.filter((finding) => finding.level === level);
        if (found.length === 0) return null;
        return (
          <div key={level} className={styles.group}>
            <h3 className={`state small ${level === 'error' ? 'bad' : 'warn'}`}>{title}</h3>
            <ul className={styles.findings}>
              {found.map((finding) => (
                <FindingRow key={finding.key} finding={finding} places={places} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
});

function FindingRow({ finding, places }: { readonly finding: NamedFinding; readonly places: ReadonlySet<string> }) {
  const { line, column, message, about, excerpt, key } = finding;
  const isHere = about !== null && places.has(keyOf(about));
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <span className="quiet nowrap num">
        <span className="sr">Line </span>
        {line}:{column}
      </span>
      <div className={styles.finding}>
        <p>
          <bdi>{message}</bdi>
          {isHere && (
            <>
              {' '}
              <button
                type="button"
                className={`link ${styles.go}`}
                data-finding={key}
                onClick={() => goTo('subject', keyOf(about))}
              >
                Go to <bdi>{nameSubject(about)}</bdi>
                <span className="sr">, line {line}</span>
              </button>
            </>
          )}
        </p>
        {excerpt && (
          <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary {...(isHere ? {} : { 'data-finding': key })}>
              Lines of the file<span className="sr"> around line {line}</span>
            </summary>
            {isOpen && <Lines excerpt={excerpt} line={line} />}
          </details>
        )}
      </div>
    </li>
  );
}

/** As they stand in the file, to be read and not to be changed. */
function Lines({ excerpt: { from, lines }, line }: { readonly excerpt: Excerpt; readonly line: number }) {
  return (
    <section className={styles.excerpt} aria-label={`Lines around line ${line}`}>
      <ol dir="ltr">
        {lines.map((text, at) => {
          const number = from + at;
          const isMarked = number === line;
          return (
            <li key={number} className={isMarked ? styles.marked : undefined} aria-current={isMarked || undefined}>
              <span className={styles.number}>{number}</span>
              <bdi>{text}</bdi>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Whoever stood on a finding that was just mended stands on the heading, not at the top of the page. */
function useKeptFocus(findings: readonly NamedFinding[]) {
  const list = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasWithin = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever other findings are shown
  useLayoutEffect(() => {
    if (wasWithin.current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    const note = () => {
      wasWithin.current = list.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [findings]);
  return { list, heading };
}

export function countWords(findings: readonly NamedFinding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const remarks = findings.length - errors;
  if (findings.length === 0) return 'Nothing to mend';
  const counted = [errors > 0 && plural(errors, 'error'), remarks > 0 && plural(remarks, 'remark')];
  return counted.filter(Boolean).join(', ');
}
