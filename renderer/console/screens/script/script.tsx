import { useCallback } from 'react';
import type { ReadScript } from '#contract/console.ts';
import { minutesWords, plain, plural } from '#core/report/term-words.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { AboutScript } from './about-script.tsx';
import { Findings } from './findings.tsx';
import { Pocket, RunningOrder } from './running-order.tsx';
import styles from './script.module.css';

/** The whole script, answers included. */
export function Script({ script }: { readonly script: string }) {
  const bridge = useBridge();
  const read = useRequest(useCallback(() => bridge.load_script({ script }), [bridge, script]));
  return (
    <Frame at="script" neighbours={{ script }}>
      {read.at === 'loading' && <p role="status">Reading the script…</p>}
      {read.at === 'failed' && (
        <>
          <PageHead label="Script" title={script} />
          <ProblemNotice problem={read.problem} takesFocus>
            <p className={styles.again}>
              <button type="button" className="button" onClick={read.again}>
                Read it again
              </button>
              <a className="button plain" href="#/">
                Back to the programme
              </a>
            </p>
          </ProblemNotice>
        </>
      )}
      {read.at === 'there' && <Pages script={script} read={read.value} />}
    </Frame>
  );
}

function Pages({ script, read: { scenario, findings } }: { readonly script: string; readonly read: ReadScript }) {
  const { quarter, type, title, duration_min, injects, version } = scenario;
  return (
    <>
      <PageHead
        label={`${quarter}, ${plain(type)}, ${minutesWords(duration_min)} in ${plural(injects.length, 'inject')}, version ${version}`}
        title={title}
      >
        <a className="button primary" href={`#/plan/${script}`}>
          Plan this exercise
        </a>
      </PageHead>
      <Notice>
        <b>For the facilitator: do not show this to players.</b> It holds the answers. Names in curly brackets are
        filled in from the plan.
      </Notice>
      <AboutScript scenario={scenario} />
      <Findings findings={findings} />
      <RunningOrder scenario={scenario} />
      <Pocket scenario={scenario} />
    </>
  );
}
