const kept = 'muster-token';
const inFragment = /^#token=([\w-]+)$/;

/**
 * The token of this launch and role, moved once from the address into this tab's own storage, so that a reload still has it and
 * nothing that shows or keeps addresses does. null: this page was not opened by the address Muster printed.
 */
export function takeToken(): string | null {
  moveToken();
  return sessionStorage.getItem(kept);
}

/** A new address pasted into an open tab changes only the fragment, so the browser would not load the page again. */
export function reloadForNewToken(): void {
  addEventListener('hashchange', () => {
    if (moveToken()) location.reload();
  });
}

function moveToken(): boolean {
  const token = inFragment.exec(location.hash)?.[1];
  if (token === undefined) return false;
  sessionStorage.setItem(kept, token);
  history.replaceState(null, '', '#/');
  return true;
}
