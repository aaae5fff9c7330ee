import { useMemo } from 'react';
import type { ScriptCheck } from '#contract/programme.ts';
import { minutesWords, plain, plural } from '#core/report/term-words.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { Frame } from '../../frame.tsx';
import { AboutScript } from './about-script.tsx';
import { countWords, Findings } from './findings.tsx';
import { groupBySubject, listPlaces, nameFindings } from './places.ts';
import { Pocket, RunningOrder } from './running-order.tsx';
import styles from './script.module.css';
import { ScriptFile } from './script-file.tsx';
import { useCheck } from './use-check.ts';

/** The whole script, answers included, and what its check finds. */
export function Script({ script }: { readonly script: string }) {
  return (
    <Frame at="script" neighbours={{ script }}>
      <Followed key={script} script={script} />
    </Frame>
  );
}

function Followed({ script }: { readonly script: string }) {
  const { checkNow, ...followed } = useCheck(script);
  const { check, scenario, problem } = followed;
  const findings = useMemo(() => nameFindings(check?.findings ?? []), [check]);
  const marks = useMemo(() => groupBySubject(findings), [findings]);
  const places = useMemo(() => listPlaces(scenario), [scenario]);
  if (check === null && problem === null) return <p role="status">Reading the script…</p>;
  return (
    <div className={styles.screen}>
      <Head script={script} check={check} scenario={scenario} />
      {problem && (
        <ProblemNotice problem={problem} takesFocus={check === null}>
          {check && <p>What stands below is as it was last read.</p>}
          <p className={styles.again}>
            <button type="button" className="button" onClick={() => void checkNow()}>
              Read it again
            </button>
            <a className="button plain" href="#/">
              Back to the programme
            </a>
          </p>
        </ProblemNotice>
      )}
      {check && (
        <ScriptFile
          script={script}
          check={check}
          followed={followed}
          found={countWords(findings)}
          checkNow={checkNow}
        />
      )}
      {check && !check.isPlayable && <CannotBePlayed check={check} isEarlier={scenario !== check.scenario} />}
      {scenario && <AboutScript scenario={scenario} marks={marks} />}
      {check && <Findings findings={findings} places={places} />}
      {scenario && <RunningOrder script={script} scenario={scenario} marks={marks} />}
      {scenario && <Pocket script={script} scenario={scenario} marks={marks} />}
    </div>
  );
}

type HeadProps = {
  readonly script: string;
  readonly check: ScriptCheck | null;
  readonly scenario: Scenario | null;
};

function Head({ script, check, scenario }: HeadProps) {
  if (scenario === null) return <PageHead label="Script" title={script} />;
  const { quarter, type, title, duration_min, injects, version } = scenario;
  return (
    <>
      <PageHead
        label={`${quarter}, ${plain(type)}, ${minutesWords(duration_min)} in ${plural(injects.length, 'inject')}, version ${version}`}
        title={title}
      >
        {check?.isPlayable && (
          <a className="button primary" href={`#/plan/${script}`}>
            Plan this exercise
          </a>
        )}
      </PageHead>
      <Notice>
        <b>For the facilitator: do not show this to players.</b> It holds the answers. Names in curly brackets are
        filled in from the plan; what the room gets stands here with the script’s own names.{' '}
        <a href={`#/gallery/${script}`}>How each kind of text looks in the room</a>
      </Notice>
    </>
  );
}

function CannotBePlayed({ check, isEarlier }: { readonly check: ScriptCheck; readonly isEarlier: boolean }) {
  const first = check.findings.find(({ level }) => level === 'error');
  return (
    <div className={styles.broken}>
      <p>
        <b>This script cannot be played as it is.</b>{' '}
        {first && (
          <>
            Line {first.line}:{first.column}: <bdi>{first.message}</bdi>.
          </>
        )}{' '}
        <button
          type="button"
          className={`link ${styles.go}`}
          onClick={() => document.getElementById('findings')?.focus()}
        >
          All that was found
        </button>
      </p>
      {isEarlier && <p>The story and the injects below are as they were last readable.</p>}
    </div>
  );
}
