import { useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { fail, type Problem } from '#core/outcome.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';
import { WrittenFiles } from '../../written-files.tsx';

/** For whoever has no files yet: the heads, to be filled in. */
export function Templates({ month }: { readonly month: string }) {
  const bridge = useBridge();
  const [written, setWritten] = useState<WrittenDocuments | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function write() {
    const answer = await bridge.write_scorecard_templates({ month }).catch(() => fail(unreachable));
    setProblem(answer.ok ? null : answer.problem);
    setWritten(answer.ok ? answer.value : null);
  }
  return (
    <>
      <p className="small">
        <button type="button" className="link" onClick={() => void write()}>
          Write templates to fill in
        </button>{' '}
        <span className="quiet">The heads alone: no row below them means there was nothing to count.</span>
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <WrittenFiles written={written} onOpen={() => bridge.open_scorecard_folder({ month })} />
    </>
  );
}
