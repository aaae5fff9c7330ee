import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { checkText, type WordingFinding } from '#core/review/wording/check-text.ts';
import type { NamePattern } from '#core/review/wording/match-names.ts';
import { type Rewritten, rewriteText } from '#core/review/wording/rewrite-text.ts';
import { levelWords } from '#core/review/wording/wording-words.ts';
import type { WritingKind } from '#core/review/wording/writing-fields.ts';
import css from './worded.module.css';

/** How the words of a field are held against the rules: as what kind of writing, whose names, written at which minute. */
export type Wording = {
  readonly kind: WritingKind;
  readonly names: readonly NamePattern[];
  readonly mark: string;
};

type Props = { readonly wording: Wording; readonly text: string; readonly children: ReactNode };

/** As many as are told at once; what is left comes up when they are gone. */
const mostTold = 2;

/** A field of writing, and below it what could be said differently: why, and at one key how. It stops nobody from typing or saving. */
export function Worded({ wording: { kind, names, mark }, text, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const seen = useDeferredValue(text);
  const found = useMemo(() => checkText(seen, kind, names), [seen, kind, names]);

  function rewrite(finding: WordingFinding | undefined) {
    const control = place.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    if (!control || !finding || control.value !== seen) return;
    const rewritten = rewriteText(seen, finding, mark);
    if (rewritten) putWords(control, rewritten);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    rewrite(found.find((finding) => rewriteText(seen, finding, mark) !== null));
  }
  const first = found.find((finding) => rewriteText(seen, finding, mark) !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the field inside
    <div ref={place} onKeyDown={onKeyDown}>
      {children}
      {found.length === 0 ? null : (
        <ul className={css.found} aria-label="Wording">
          {found.slice(0, mostTold).map((finding) => (
            <li key={`${finding.rule} ${finding.from}`}>
              <span className={css[finding.level]}>{levelWords[finding.level]}</span>{' '}
              <q>
                <bdi>{finding.text}</bdi>
              </q>{' '}
              {finding.why} <span className={css.advice}>{finding.rewrite}</span>{' '}
              {rewriteText(seen, finding, mark) === null ? null : (
                <button type="button" className="link" onClick={() => rewrite(finding)}>
                  Rewrite{finding === first ? <kbd>Ctrl .</kbd> : null}
                </button>
              )}
            </li>
          ))}
          {found.length > mostTold ? <li className={css.advice}>{`and ${found.length - mostTold} more`}</li> : null}
        </ul>
      )}
    </div>
  );
}

/** As if it had been typed, so that the window's own undo takes it back. */
function putWords(control: HTMLTextAreaElement | HTMLInputElement, { from, to, words, select }: Rewritten): void {
  control.focus();
  control.setSelectionRange(from, to);
  document.execCommand(words === '' ? 'delete' : 'insertText', false, words);
  control.setSelectionRange(...select);
}
