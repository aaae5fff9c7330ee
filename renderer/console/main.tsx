import './no-script-from-text.ts';

import { createRoot } from 'react-dom/client';
import type { ConsoleBridge } from '#contract/console.ts';
import { ownDrafts } from '../state/own-drafts.ts';
import { ApplicationProvider } from '../state/use-application.tsx';
import { App } from './app.tsx';
import '../parts/fonts.css';
import '../parts/tokens.css';
import '../parts/common.css';
import '../parts/controls.css';
import '../parts/frame.css';

declare global {
  interface Window {
    /** Put there by the desktop's preload or by the browser shell's bridge. */
    readonly muster: ConsoleBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('console.html has no place for the console');
createRoot(root).render(
  <ApplicationProvider bridge={ownDrafts(window.muster)}>
    <App />
  </ApplicationProvider>,
);
