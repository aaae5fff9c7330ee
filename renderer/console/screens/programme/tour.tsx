import { useEffect, useRef, useState } from 'react';
import styles from './programme.module.css';

type Props = {
  /** Somebody asked for it; otherwise the keyboard stays where it is. */
  readonly isAsked: boolean;
  readonly onLeave: () => void;
};

const steps = [
  {
    name: 'Plan',
    text: 'Choose a quarter and press Plan. Every field has a default and saves itself. Look at three things: how long you have, who sits where, and who comes. Whoever has no person is played by you.',
  },
  {
    name: 'Run',
    text: 'Start in the room, with the second window on the projector. R releases the next inject, one event of the story: nothing reaches the room before you let it. D, G, S, O and A write down a decision, gap, strength, observation or action with the time of the key press; ? shows every key.',
  },
  {
    name: 'Review',
    text: 'Afterwards say how each objective went, and give each gap an action with an owner and a date. What still blocks a final report is listed.',
  },
  {
    name: 'Report',
    text: 'Report writes the post-mortem, with one page for leadership, and the runbook changes as Word files. From then on this page counts the open actions and names the gaps that came back.',
  },
] as const;

/** In the page, over nothing: everything else can be pressed meanwhile. */
export function Tour({ isAsked, onLeave }: Props) {
  const [at, setAt] = useState(0);
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isLast = at === steps.length - 1;
  useEffect(() => {
    if (isAsked) heading.current?.focus();
  }, [isAsked]);
  useEffect(() => {
    const leaveOnEscape = ({ key, defaultPrevented }: KeyboardEvent) => {
      const focused = document.activeElement;
      const isHere = focused === document.body || section.current?.contains(focused) === true;
      if (key === 'Escape' && !defaultPrevented && isHere) onLeave();
    };
    document.addEventListener('keydown', leaveOnEscape);
    return () => document.removeEventListener('keydown', leaveOnEscape);
  }, [onLeave]);
  return (
    <section ref={section} className={styles.welcome} aria-labelledby="tour">
      <h2 id="tour" ref={heading} tabIndex={-1} className="section-title">
        Muster in two minutes
      </h2>
      <ol className={styles.tour}>
        {steps.map(({ name }, step) => (
          <li key={name}>
            <button
              type="button"
              className="button plain"
              aria-current={step === at ? 'step' : undefined}
              onClick={() => setAt(step)}
            >
              {step + 1} {name}
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className={styles.told}>
        {steps[at]?.text}
      </p>
      <p className={styles.again}>
        <button type="button" className="button" onClick={isLast ? onLeave : () => setAt(at + 1)}>
          {isLast ? 'Done' : 'Next'}
        </button>
        {!isLast && (
          <button type="button" className="button plain" onClick={onLeave}>
            Leave the tour <kbd>Esc</kbd>
          </button>
        )}
      </p>
    </section>
  );
}
