import { useCallback } from 'react';
import type { ActionsShown } from '#contract/actions.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { NotThere } from '../../not-there.tsx';
import { RegisterPage } from './register-page.tsx';

type Props = {
  readonly isSample?: boolean;
  /** `overdue`, or the number of the action that is opened at once. */
  readonly at?: string | undefined;
};

/** The action register over all exercises; that of samples is another one. */
export function Actions({ isSample = false, at }: Props) {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_actions({}), [bridge]));
  return (
    <Frame at="actions">
      <NotThere asked={asked} loading="Reading the register and its exercises…" label="All exercises" title="Actions" />
      {asked.at === 'there' && <Loaded loaded={asked.value} isSample={isSample} at={at} />}
    </Frame>
  );
}

function Loaded({ loaded, isSample, at }: { readonly loaded: ActionsShown } & Required<Props>) {
  const { own, samples, notices } = loaded;
  const other = isSample ? own : samples;
  return (
    <>
      <PageHead label={isSample ? 'Sample exercises only' : 'All exercises'} title="Actions" takesFocus>
        {other && other.actions.length > 0 && (
          <a className="button plain" href={isSample ? '#/actions' : '#/actions/samples'}>
            {isSample ? 'Actions of real exercises' : `${samples?.actions.length} in sample exercises`}
          </a>
        )}
      </PageHead>
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      <RegisterPage key={String(isSample)} loaded={loaded} isSample={isSample} at={at} />
    </>
  );
}
