/** The screens of the way round. */
export type Place =
  | 'programme'
  | 'actions'
  | 'scorecard'
  | 'runbooks'
  | 'script'
  | 'plan'
  | 'live'
  | 'review'
  | 'report';
