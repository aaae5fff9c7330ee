/** The screens of the way round. */
export type Place = 'programme' | 'actions' | 'runbooks' | 'script' | 'plan' | 'live' | 'review' | 'report';
