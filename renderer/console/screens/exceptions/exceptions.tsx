import { useCallback } from 'react';
import type { ExceptionsShown } from '#contract/exceptions.ts';
import { longDate } from '#core/local-time.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { NotThere } from '../../not-there.tsx';
import { RegisterPage } from './register-page.tsx';

/** `at`: `red`, `expired`, `ending`, or the id of the exception that is opened at once. */
type Props = { readonly at?: string | undefined };

/** The exceptions of the newest month with what was decided on them. */
export function Exceptions({ at }: Props) {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_exceptions({}), [bridge]));
  return (
    <Frame at="exceptions">
      <NotThere asked={asked} loading="Reading the exceptions…" label="From the scorecard" title="Exceptions" />
      {asked.at === 'there' && <Loaded loaded={asked.value} at={at} />}
    </Frame>
  );
}

function Loaded({ loaded, at }: { readonly loaded: ExceptionsShown } & Required<Props>) {
  const { file, notices } = loaded;
  return (
    <>
      <PageHead label={tellFile(loaded)} title="Exceptions" takesFocus>
        {file && (
          <a className="button plain" href={`#/scorecard/${file.month}`}>
            Scorecard of {monthWords(file.month)}
          </a>
        )}
      </PageHead>
      {file?.isStale && file.datedOn && (
        <Notice>
          The exceptions are of {longDate(file.datedOn)}, too old for {monthWords(file.month)}: what was renewed or
          closed since is not seen here. Take a newer file in the Scorecard.
        </Notice>
      )}
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      <RegisterPage loaded={loaded} at={at} />
    </>
  );
}

/** Whose rows these are, and from which day their days are counted. */
function tellFile({ file, today }: ExceptionsShown): string {
  if (file === null) return 'From the scorecard';
  const from = today > file.asOf ? `; days counted to today, ${longDate(today)}` : '';
  return `As the file of ${monthWords(file.month)} has them, ${longDate(file.asOf)}${from}`;
}
