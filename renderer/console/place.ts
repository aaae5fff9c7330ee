/** The screens of the way round. */
export type Place = 'programme' | 'script' | 'plan' | 'live' | 'review' | 'report';
