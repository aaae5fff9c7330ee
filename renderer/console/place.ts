/** The screens of the way round. */
export type Place = 'programme' | 'actions' | 'script' | 'plan' | 'live' | 'review' | 'report';
