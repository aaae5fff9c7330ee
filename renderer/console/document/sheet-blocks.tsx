import type { CSSProperties } from 'react';
import type { Mono, Said } from '#core/report/document.ts';
import { useLook } from './look.ts';
import { inOrder } from './words.tsx';

export function BandView({ words, aside }: { readonly words: string; readonly aside: string }) {
  const look = useLook();
  return (
    <p className={look.band}>
      <span>{words}</span> <b>{aside}</b>
    </p>
  );
}

/** As its author lined it up: its style sheet chooses the size by the longest line. */
export function MonoView({ mono: { lines } }: { readonly mono: Mono }) {
  const look = useLook();
  const letters = Math.max(...lines.map((line) => line.length), 1);
  return (
    <div className={look.mono}>
      <pre style={{ '--letters': letters } as CSSProperties}>{lines.join('\n')}</pre>
    </div>
  );
}

export function SaidView({ said: { when, who, lines } }: { readonly said: Said }) {
  const look = useLook();
  return (
    <div className={look.said}>
      {when === null && who === null ? null : (
        <p>
          {when === null ? null : <time>{when}</time>} {who === null ? null : <bdi>{who}</bdi>}
        </p>
      )}
      {inOrder(lines).map(({ item, place }) => (
        <p key={place} dir="auto">
          {item}
        </p>
      ))}
    </div>
  );
}
