import { gradeWords, tellBasis, timeAllowed } from '#core/clocks/clock-words.ts';
import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { type ClockCard, listClockCards } from '#core/exercise/views/console-view-clocks.ts';
import { findAct } from './acts.ts';
import { deadlineWords, isOver, leftWords, markWords, statusNames } from './clock-words.ts';
import s from './clocks.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import { classes, hoursMinutes, roleName } from './words.ts';

const acts = ['clock-recognised', 'clock-filed', 'clock-ruled-out'] as const;

/** Every legal clock that runs, waits to be recognised or is settled. `about` is the clock looked at first. */
export function ClocksDialog({ about }: { readonly about: string }) {
  const { state, nowM, cover, close } = useLive('state', 'nowM', 'cover', 'close');
  const cards = listClockCards(state, nowM);
  const shown = cards.filter(({ status }) => cover === 'none' || (cover === 'coming' && status !== 'not_recognised'));
  const first = shown.find(({ clock }) => clock === about) ?? shown[0];
  return (
    <Dialog title="Legal clocks" onClose={close} isWide>
      <p className={s.aid}>{notLegalAdvice}</p>
      {cover === 'all' && (
        <p className="quiet">
          The room sees this screen, so legal clocks are hidden. Ctrl K, “Show notes”, brings them back.
        </p>
      )}
      {cover === 'coming' && (
        <p className="quiet">You also play, so clocks that nobody has recognised yet are left out.</p>
      )}
      {cover !== 'all' && shown.length === 0 && (
        <p className="quiet">Nothing in the story has started a legal clock so far.</p>
      )}
      <ul className={s.cards}>
        {shown.map((card) => (
          <Card key={card.clock} card={card} isFirst={card === first} />
        ))}
      </ul>
      <div className={s.foot}>
        <Acts about="" isFirst={!first} />
      </div>
    </Dialog>
  );
}

function Card({ card, isFirst }: { readonly card: ClockCard; readonly isFirst: boolean }) {
  const { clock, name, status, time, law } = card;
  return (
    <li className={classes(s.card, s[status])} aria-label={name}>
      <div className={s.title}>
        <h3>{name}</h3>
        <span className="quiet">{clock}</span>
        <span className={classes(s.status, status === 'recognised' && s.runs)}>{statusNames[status]}</span>
        <b className={classes(s.left, isOver(card) && 'bad')}>{leftWords(card)}</b>
      </div>
      {time && (
        <div className={s.time}>
          <progress className={s.used} max={1} value={time.used} aria-label={`Time used, ${name}`} />
          <span className="tiny quiet">
            {hoursMinutes(time.usedMinutes)} used of {law ? timeAllowed(law) : ''}
          </span>
        </div>
      )}
      <Facts card={card} />
      <div className={s.buttons}>
        <Acts about={clock} isFirst={isFirst} status={status} />
      </div>
    </li>
  );
}

type Rows = readonly (readonly [string, string | null | undefined])[];

/** Left what happened in the exercise, right what the table of law says. */
function Facts({ card }: { readonly card: ClockCard }) {
  const { law, startedBy, runsFrom, recognised, ruledOut, filed, time, problem } = card;
  const role = (by: string | null) => (by === null ? 'Nobody in particular' : roleName(by));
  const story: Rows = [
    ['Started by', runsFrom && `${startedBy ?? 'Its recognition'}; ${markWords(runsFrom)}`],
    ['Recognised by', recognised && `${role(recognised.by)}; ${markWords(recognised)}`],
    ['Does not apply', ruledOut && `${roleName(ruledOut.by)}: ${ruledOut.reason}; ${markWords(ruledOut)}`],
    ['Filed by', filed && `${role(filed.by)}; ${markWords(filed)}${filed.reference ? `; ${filed.reference}` : ''}`],
    ['Deadline', time ? deadlineWords(time.deadline) : problem],
    ['Owner', 'Legal'],
  ];
  const rule: Rows = [
    ['Basis', law && tellBasis(law)],
    ['In the text', law?.qualifier],
    ['Must hold', law?.contents?.join('; ')],
    ['Verified', law && gradeWords(law)],
  ];
  return (
    <div className={s.columns}>
      <List rows={story} />
      <List rows={rule} />
    </div>
  );
}

function List({ rows }: { readonly rows: Rows }) {
  return (
    <dl className={s.facts}>
      {rows.map(
        ([term, words]) =>
          words && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type ActsProps = { readonly about: string; readonly isFirst: boolean; readonly status?: ClockCard['status'] };

/** What can be said of one clock now, or of any of the script. */
function Acts({ about, isFirst, status }: ActsProps) {
  const live = useLive('state', 'cover', 'close', 'start');
  const subject = { state: live.state, about, isCovered: live.cover !== 'none' };
  const isSaid: Readonly<Record<(typeof acts)[number], boolean>> = {
    'clock-recognised': status === 'recognised' || status === 'filed',
    'clock-ruled-out': status === 'not_applicable' || status === 'filed',
    'clock-filed': status === 'filed' || status === 'not_applicable',
  };
  const offered = acts.filter((id) => !isSaid[id]).flatMap((id) => findAct(subject, id) ?? []);
  return offered.map((act, at) => (
    <button
      key={act.id}
      type="button"
      className="button"
      data-focus={(isFirst && at === 0) || undefined}
      onClick={() => {
        live.close();
        live.start(act.id, about);
      }}
    >
      {about === '' ? act.name : shortNames[act.id]}…
    </button>
  ));
}

const shortNames: Readonly<Record<string, string>> = {
  'clock-recognised': 'Recognised',
  'clock-ruled-out': 'Does not apply',
  'clock-filed': 'Filed',
};
