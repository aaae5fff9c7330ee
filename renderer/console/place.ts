/** The screens of the way round. */
export type Place = 'programme' | 'runbooks' | 'script' | 'plan' | 'live' | 'review' | 'report';
