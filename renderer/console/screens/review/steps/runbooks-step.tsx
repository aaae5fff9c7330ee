import { useCallback } from 'react';
import { useBridge } from '../../../../state/use-application.tsx';
import { useRequest } from '../../../../state/use-request.ts';
import { useReviewed } from '../review-context.tsx';
import { ListSection } from './list-step.tsx';
import { RunbookFields } from './runbook-fields.tsx';

/** What the runbooks are to say instead; the steps of those in the register are offered. */
export function RunbooksStep() {
  const bridge = useBridge();
  const { exercise } = useReviewed();
  const tested = useRequest(useCallback(() => bridge.load_tested_runbooks({ exercise }), [bridge, exercise]));
  const { originals, notices } = tested.at === 'there' ? tested.value : { originals: [], notices: [] };
  const told = tested.at === 'failed' ? [`${tested.problem.message} Steps can still be written by hand.`] : notices;
  return (
    <>
      {told.map((notice) => (
        <p key={notice} className="small warn" role="status">
          {notice}
        </p>
      ))}
      <ListSection
        title="Proposed changes"
        types={['runbook_change_proposed']}
        empty="No change is proposed yet. Choose the runbook and its step, then write the new text."
        verb="propose_runbook_change"
        saveLabel="Propose a runbook change"
        isMain
        layout={(draw) => <RunbookFields draw={draw} originals={originals} />}
      />
    </>
  );
}
