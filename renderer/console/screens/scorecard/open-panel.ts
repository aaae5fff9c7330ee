/** Which form of the month is open, of those that stand above the page. */
export type OpenPanel = 'files' | 'publish' | 'correct' | 'documents' | 'settings' | null;
