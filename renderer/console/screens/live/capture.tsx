import s from './capture.module.css';
import { CaptureForm } from './capture-form.tsx';
import { Feed } from './feed.tsx';
import { useLive } from './live-context.tsx';
import { classes } from './words.ts';

const kinds = [
  ['D', 'capture-decision', 'Decision'],
  ['G', 'capture-gap', 'Gap'],
  ['S', 'capture-strength', 'Strength'],
  ['O', 'capture-observation', 'Observe'],
  ['A', 'capture-action', 'Action'],
] as const;

const others = [
  'severity',
  'milestone',
  'clock-recognised',
  'new-decision',
  'question',
  'arrived',
  'left',
  'runbook-change',
  'ad-hoc',
];

/** Where to type, then what was typed. */
export function Capture() {
  const { start, capturing, drafts, open } = useLive('start', 'capturing', 'drafts', 'open');
  return (
    <aside className={s.capture} aria-label="Capture">
      <div className={s.keys}>
        {kinds.map(([letter, id, name]) => (
          <button
            key={id}
            type="button"
            className={classes(s.key, 'key', letter)}
            aria-expanded={capturing?.act.id === id}
            onClick={() => start(id)}
          >
            <span className={`kind ${letter}`}>{letter}</span>
            {name}
            {drafts.has(id) && capturing?.act.id !== id && <span className="sr">, draft kept</span>}
          </button>
        ))}
      </div>
      {capturing ? <CaptureForm key={capturing.turn} capturing={capturing} /> : <Closed />}
      <div className={s.others}>
        <button
          type="button"
          className="link"
          onClick={() => open({ kind: 'menu', title: 'Record', ids: others, about: '' })}
        >
          Severity, clock, people…
        </button>
        <button type="button" className="link" onClick={() => open({ kind: 'notes' })}>
          Paste notes…
        </button>
      </div>
      <Feed />
    </aside>
  );
}

function Closed() {
  const { drafts, unkept } = useLive('drafts', 'unkept');
  const typed = kinds.filter(([, id]) => drafts.has(id));
  const kept = typed.map(([, , name]) => name.toLowerCase()).join(', ');
  const isUnkept = typed.some(([, id]) => unkept.has(id));
  return (
    <p className={classes('small quiet', s.closed)}>
      {typed.length > 0
        ? `${isUnkept ? 'Typed, and not on the disk yet' : 'Draft kept'}: ${kept}. Press its letter to go on.`
        : 'Press a letter. The time is taken at the key press; write when you can.'}
    </p>
  );
}
