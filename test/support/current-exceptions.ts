import type { CurrentExceptions } from '#core/exceptions/describe-register.ts';
import { listExceptions } from '#core/scorecard/figures/exception-flags.ts';
import type { Exception } from '#core/scorecard/files/file-kinds.ts';
import { usualSettings } from '#core/scorecard/settings.ts';
import { october } from './scorecard-month.ts';

const { assets, drift, exceptions: ofOctober } = october().rows;

type Around = { readonly month?: string; readonly asOf?: string };

/** A month of these exceptions among the assets of the acceptance data. */
export function currentOf(exceptions: readonly Exception[], around: Around = {}): CurrentExceptions {
  const { month = '2026-10', asOf = '2026-10-31' } = around;
  const listed = listExceptions(exceptions, { asOf, settings: usualSettings, assets, drift });
  return { month, asOf, datedOn: asOf, isStale: false, exceptions, listed, settings: usualSettings };
}

/** October 2026 of the acceptance data. */
export const readOctober = (): CurrentExceptions => currentOf(ofOctober ?? []);

/** An exception in force on 31 October 2026: Legacy gateway, owned by Priya Raman, ends on 15 November. */
export function exceptionOf(fields: Partial<Exception> = {}): Exception {
  return {
    line: 2,
    ...{ exception_id: 'E-100', title: 'Legacy gateway', scope_ref: 'A-001', control_ref: 'BL-T1-11', risk: 'high' },
    ...{ owner: 'Priya Raman', approver: 'Jo Berg', requested_on: null, approved_on: '2026-05-01' },
    ...{ starts_on: '2026-05-01', expires_on: '2026-11-15', closed_on: null, status: 'approved' },
    ...{ compensating_control: 'A filter in front', renewals: 0, ticket: 'SEC-1', review_notes: null },
    ...fields,
  };
}
