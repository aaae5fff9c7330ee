import { useCallback, useState } from 'react';
import type { PackDocument } from '#core/pack/pack-documents.ts';
import { type PackName, packNames, packWords } from '#core/pack/pack-names.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import css from './pack.module.css';
import { Paper } from './paper.tsx';
import { PrintPaper } from './print-paper.tsx';

/** The papers of a plan as they will lie on the table. What is printed is the one that is looked at, and nothing else. */
export function Pack({ script }: { readonly script: string }) {
  const bridge = useBridge();
  const pack = useRequest(useCallback(() => bridge.load_pack({ script }), [bridge, script]));
  const [name, setName] = useState<PackName>(packNames[0]);
  const papers: readonly PackDocument[] = pack.at === 'there' ? pack.value.papers : [];
  const shown = papers.find((paper) => paper.name === name);
  return (
    <Frame at="plan" neighbours={{ script }}>
      <div className={css.tools}>
        <PageHead label={<a href={`#/plan/${script}`}>Back to the plan</a>} title="Printed pack">
          {shown && <PrintPaper script={script} paper={shown} />}
        </PageHead>
        {pack.at === 'loading' && <p role="status">Laying out the papers…</p>}
        {pack.at === 'failed' && (
          <ProblemNotice problem={pack.problem} takesFocus>
            <p className={css.again}>
              <button type="button" className="button" onClick={pack.again}>
                Try again
              </button>
            </p>
          </ProblemNotice>
        )}
        {shown && <Segments label="Paper" names={packWords} values={packNames} chosen={name} onChoose={setName} />}
      </div>
      {shown && <Paper key={name} title={packWords[name]} document={shown.document} />}
    </Frame>
  );
}
