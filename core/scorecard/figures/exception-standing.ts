import type { Exception } from '../files/file-kinds.ts';

/** Whether an exception covers a day: approved, begun, not closed on or before it, not run out. Source: spec.md D.5. */
export function isActiveOn(exception: Exception, day: string): boolean {
  const { approved_on, starts_on, expires_on } = exception;
  return (
    wasApproved(exception, day) &&
    approved_on !== null &&
    starts_on !== null &&
    starts_on <= day &&
    (expires_on === null || expires_on >= day)
  );
}

/** Run out and neither closed nor renewed. */
export function isExpiredOpenOn(exception: Exception, day: string): boolean {
  return wasApproved(exception, day) && exception.expires_on !== null && exception.expires_on < day;
}

/** What was closed later was still approved on an earlier day: a closure does not rewrite history. */
function wasApproved({ status, closed_on }: Exception, day: string): boolean {
  if (closed_on !== null && closed_on <= day) return false;
  return status === 'approved' || (status === 'closed' && closed_on !== null);
}

/** By id; a row that names none, or one that is not there, is covered by nothing. */
export type Cover = (id: string | null, day: string) => boolean;

export function coverOf(exceptions: readonly Exception[]): Cover {
  const byId = new Map(exceptions.map((exception) => [exception.exception_id, exception]));
  return (id, day) => {
    const exception = id === null ? undefined : byId.get(id);
    return exception !== undefined && isActiveOn(exception, day);
  };
}
