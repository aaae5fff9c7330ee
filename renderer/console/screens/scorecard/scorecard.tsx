import { useCallback } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { MonthsShown } from '#contract/scorecard.ts';
import { previousMonth } from '#core/scorecard/period.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { NotThere } from '../../not-there.tsx';
import { MonthPage } from './month-page.tsx';

type Props = { readonly month?: string; readonly revision?: string | undefined };

/** One page a month: asks, five figures, and the rows behind every number. */
export function Scorecard({ month, revision }: Props) {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_scorecard_months({}), [bridge]));
  const [, go] = useHashLocation();
  if (asked.at !== 'there')
    return (
      <Frame at="scorecard">
        <NotThere asked={asked} loading="Looking for months…" label="Every month" title="Scorecard" />
      </Frame>
    );
  const shown = month ?? usualMonth(asked.value);
  const number = Number(revision ?? 0) || null;
  return (
    <Frame at="scorecard">
      <MonthPage
        key={`${shown} ${number}`}
        month={shown}
        revision={number}
        months={asked.value}
        onChanged={asked.again}
        onGo={(to) => go(`/scorecard/${to}`)}
      />
    </Frame>
  );
}

/** The newest there is, else the month that is over. */
function usualMonth({ months, today }: MonthsShown): string {
  return months[0]?.month ?? previousMonth(today.slice(0, 7));
}
