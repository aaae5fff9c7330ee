import { type ReactNode, useRef } from 'react';
import { useBridge } from '../state/use-application.tsx';
import { useGoing } from '../state/use-going.ts';
import { Anywhere } from './anywhere/anywhere.tsx';
import { Panic } from './anywhere/panic.tsx';
import type { Place } from './place.ts';
import { toggleTheme } from './toggle-theme.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Where the neighbours of a screen are: its script, its exercise. What has no address yet is shown and not pressable. */
export type Neighbours = {
  readonly script?: string | undefined;
  readonly exercise?: string | undefined;
  readonly isRunning?: boolean;
};

type Props = { readonly at: Place; readonly children: ReactNode; readonly neighbours?: Neighbours };

/** Every screen but the live console: navigation at the left, the page beside it. */
export function Frame({ at, neighbours = {}, children }: Props) {
  const { script, exercise, isRunning = false } = neighbours;
  const { going } = useGoing();
  const page = useRef<HTMLElement>(null);
  useKeptFocus(page);
  const live = exercise && isRunning ? exercise : going?.exercise;
  const other = live !== undefined && live !== exercise ? going?.title : undefined;
  const links: readonly { place: Place; name: string; href: string | null; why: string }[] = [
    { place: 'programme', name: 'Programme', href: '#/', why: '' },
    { place: 'actions', name: 'Actions', href: '#/actions', why: '' },
    { place: 'scorecard', name: 'Scorecard', href: '#/scorecard', why: '' },
    { place: 'exceptions', name: 'Exceptions', href: '#/exceptions', why: '' },
    { place: 'runbooks', name: 'Runbooks', href: '#/runbooks', why: '' },
    { place: 'script', name: 'Script', href: script ? `#/script/${script}` : null, why: 'choose one' },
    { place: 'plan', name: 'Plan', href: script ? `#/plan/${script}` : null, why: 'choose one' },
    { place: 'live', name: 'Console', href: live ? `#/live/${live}` : null, why: 'none goes on' },
    { place: 'review', name: 'Review', href: exercise ? `#/review/${exercise}` : null, why: 'none open' },
    { place: 'report', name: 'Report', href: exercise ? `#/report/${exercise}` : null, why: 'none open' },
  ];
  return (
    <div className="frame">
      <nav className="nav" aria-label="Screens">
        <div className="mark">Muster</div>
        {links.map(({ place, name, href, why }) =>
          href === null ? (
            <span key={place} className="off">
              {name}
              <span className="tiny">{why}</span>
            </span>
          ) : (
            <a key={place} href={href} aria-current={place === at ? 'page' : undefined}>
              {name}
              {place === 'live' && other && <bdi className="tiny">{other}</bdi>}
            </a>
          ),
        )}
        <div className="end">
          <span className="tiny quiet">All of it stays on this laptop</span>
          <Panic />
          <Anywhere at={at} />
          <ThemeToggle />
        </div>
      </nav>
      <main ref={page} className="page">
        {children}
      </main>
    </div>
  );
}

function ThemeToggle() {
  const bridge = useBridge();
  return (
    <button type="button" className="theme-toggle" onClick={() => toggleTheme(bridge)}>
      Light or dark
    </button>
  );
}
