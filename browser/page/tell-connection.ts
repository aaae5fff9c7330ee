/**
 * `muster:connection` on the window, `detail` 'lost' or 'back': the page may tell its reader. What is on the screen then is what
 * was true last; nothing pressed meanwhile is saved.
 */
export function createConnectionTeller(): (now: 'lost' | 'back') => void {
  let told: 'lost' | 'back' = 'back';
  return (now) => {
    if (now === told) return;
    told = now;
    window.dispatchEvent(new CustomEvent('muster:connection', { detail: now }));
  };
}

/** In place of the page, when it has no token or one of another launch. */
export function askForAddress(): void {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', showAddressNeeded, { once: true });
  else showAddressNeeded();
}

function showAddressNeeded(): void {
  if (document.getElementById('address-needed')) return;
  const root = document.getElementById('root');
  if (root) root.style.display = 'none'; // not removed: the main script may not have run yet, and looks for it
  const main = document.createElement('main');
  main.id = 'address-needed';
  main.setAttribute('role', 'alert');
  Object.assign(main.style, { display: 'grid', gap: '1em', maxWidth: '44em', margin: '15vh auto 0', padding: '2em' });
  Object.assign(main.style, { height: 'auto', background: '#ffffff', color: '#14171c' }); // the room's page is black
  const heading = document.createElement('h1');
  heading.textContent = 'This page is not connected to Muster';
  const steps = [
    'Open the address Muster printed when it started. It begins with http://127.0.0.1 and ends with #token= and a long word.',
    'Is Muster no longer running? Start it again and open the address it prints then. Nothing that was saved is lost.',
  ].map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });
  main.append(heading, ...steps);
  document.body.prepend(main);
}
