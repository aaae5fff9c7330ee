/** The screens of the way round. */
export type Place =
  | 'programme'
  | 'actions'
  | 'scorecard'
  | 'exceptions'
  | 'runbooks'
  | 'script'
  | 'plan'
  | 'live'
  | 'review'
  | 'report';
