import { type RefObject, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { Frame } from '../../frame.tsx';
import { AddRunbook } from './add-runbook.tsx';
import { RunbookDetail } from './runbook-detail.tsx';
import { RunbookList } from './runbook-list.tsx';
import css from './runbooks.module.css';
import { type RunbooksDoing, type ShelfName, shelfNames, shelfWords, useRunbooks } from './use-runbooks.ts';

/** The organisation's runbooks, what exercises found in them, and what becomes of it. */
export function Runbooks({ id = null }: { readonly id?: string | null }) {
  const { shelves, doing } = useRunbooks();
  const [, go] = useHashLocation();
  const [shelf, setShelf] = useState<ShelfName>('own');
  const [isAdding, setAdding] = useState(false);
  const hasSamples = shelves.at === 'there' && shelves.value.samples.lines.length > 0;
  function choose(next: ShelfName) {
    setShelf(next);
    go('/runbooks');
  }
  const opener = useRef<HTMLButtonElement>(null);
  const toldAt = useRef<HTMLDivElement>(null);
  function added(runbook: string) {
    setAdding(false);
    toldAt.current?.focus();
    setShelf('own');
    go(`/runbooks/${runbook}`);
  }
  function close() {
    setAdding(false);
    opener.current?.focus();
  }
  return (
    <Frame at="runbooks">
      <PageHead label="Registers" title="Runbooks">
        {hasSamples && (
          <Segments label="Whose" names={shelfWords} values={shelfNames} chosen={shelf} onChoose={choose} />
        )}
        <button
          ref={opener}
          type="button"
          className="button"
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          Take a runbook in
        </button>
      </PageHead>
      {shelves.at === 'loading' && <p role="status">Reading the runbooks…</p>}
      {shelves.at === 'failed' && <ProblemNotice problem={shelves.problem} takesFocus />}
      {isAdding && <AddRunbook doing={doing} known={id} onAdded={added} onClose={close} />}
      <Told doing={doing} place={toldAt} />
      {shelves.at === 'there' && <Shelf key={shelf} {...shelves.value[shelf]} shelf={shelf} id={id} doing={doing} />}
    </Frame>
  );
}

type ToldProps = { readonly doing: RunbooksDoing; readonly place: RefObject<HTMLDivElement | null> };

/** What became of the last press. */
function Told({ doing: { told, problem }, place }: ToldProps) {
  return (
    <>
      {problem && <ProblemNotice problem={problem} takesFocus />}
      <div ref={place} role="status" tabIndex={-1}>
        {told.map((words) => (
          <p key={words} className={css.told}>
            {words}
          </p>
        ))}
      </div>
    </>
  );
}

type ShelfProps = {
  readonly lines: readonly RunbookLine[];
  readonly notices: readonly string[];
  readonly shelf: ShelfName;
  readonly id: string | null;
  readonly doing: RunbooksDoing;
};

function Shelf({ lines, notices, shelf, id, doing }: ShelfProps) {
  const shown = lines.find((line) => line.id === id) ?? lines[0];
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      {shown ? (
        <div className={css.cols}>
          <RunbookList lines={lines} shown={shown.id} />
          <RunbookDetail key={shown.id} line={shown} shelf={shelf} doing={doing} />
        </div>
      ) : (
        <p className={css.empty}>
          No runbook is in the register yet. Take in the Markdown or Word files your teams work from: their steps are
          offered in the review, and changes come out as tracked changes.
        </p>
      )}
    </>
  );
}
