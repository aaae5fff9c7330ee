import { useMemo, useState } from 'react';
import { listNext, listReleasedPocket, type OrderRow } from '#core/exercise/views/console-view-order.ts';
import { consoleTimes, listSitreps, type SitrepMark } from '#core/exercise/views/console-view-time.ts';
import { useLive } from './live-context.tsx';
import { moveFocus } from './move-focus.ts';
import s from './order.module.css';
import { InjectRow, SitrepRow } from './order-row.tsx';
import { Pocket } from './pocket.tsx';

/** The running order: a line each, the current and the due one never cut. */
export function Order() {
  const { state, rows: scripted, selected, nowM } = useLive('state', 'rows', 'selected', 'nowM');
  const pocket = useMemo(() => listReleasedPocket(state, nowM), [state, nowM]);
  const rows = useMemo(() => placePocket(scripted, pocket), [scripted, pocket]);
  const released = rows.filter(({ state: at }) => wentOut(at)).length;
  const lines = placeSitreps(rows, listSitreps(state));
  const entry = rows.find(({ inject }) => inject === selected)?.inject ?? rows[0]?.inject;
  return (
    <nav className={s.order} aria-label="Running order">
      <div className={s.columnHead}>
        <h2 className="row-title">Running order</h2>
        <span className="tiny quiet">
          {released} released, {listNext(rows).length} to come
        </span>
      </div>
      <ol className={s.rows} onKeyDown={moveFocus}>
        {lines.map((line) =>
          'isGiven' in line ? (
            <SitrepRow key={`sitrep ${line.minute}`} mark={line} />
          ) : (
            <InjectRow
              key={line.inject}
              row={line}
              isEntry={line.inject === entry}
              isSelected={line.inject === selected}
              before={dayBefore(rows, line)}
            />
          ),
        )}
      </ol>
      <OrderFoot />
    </nav>
  );
}

function OrderFoot() {
  const { state, nowM, start, open } = useLive('state', 'nowM', 'start', 'open');
  const [isOpen, setOpen] = useState(false);
  const { leftMinutes, neededMinutes } = consoleTimes(state, nowM);
  const over = neededMinutes - leftMinutes;
  return (
    <div className={s.orderFoot}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          <b>Contingency pocket</b> <span className="quiet">{state.scenario.contingency.length} injects</span>
        </span>
        <span aria-hidden>{isOpen ? '▾' : '▴'}</span>
      </button>
      {isOpen && <Pocket />}
      <div>
        <span className={over > 0 ? 'warn' : 'quiet'}>{over > 0 ? `${over} min over` : 'Script fits'}</span>
        <span className={s.footLinks}>
          <button type="button" className="link" onClick={() => start('leave-out')}>
            Leave out…
          </button>
          <button type="button" className="link" onClick={() => open({ kind: 'finish' })}>
            Finish by…
          </button>
        </span>
      </div>
    </div>
  );
}

/** What came from outside the script stands behind what was released before it. */
function placePocket(scripted: readonly OrderRow[], pocket: readonly OrderRow[]): readonly OrderRow[] {
  const lines = [...scripted];
  for (const row of pocket.toSorted((one, other) => (one.minute ?? 0) - (other.minute ?? 0))) {
    const at = lines.findLastIndex((line) => wentOut(line.state) && (line.minute ?? 0) <= (row.minute ?? 0));
    lines.splice(at + 1, 0, row);
  }
  return lines;
}

const wentOut = (at: OrderRow['state']) => at === 'released' || at === 'current';

function placeSitreps(rows: readonly OrderRow[], marks: readonly SitrepMark[]): readonly (OrderRow | SitrepMark)[] {
  const lines: (OrderRow | SitrepMark)[] = [...rows];
  for (const mark of marks) {
    const at = lines.findIndex((line) => line.minute !== null && line.minute > mark.minute);
    lines.splice(at < 0 ? lines.length : at, 0, mark);
  }
  return lines;
}

/** The storyline day of the row before, to see where a new one begins. */
function dayBefore(rows: readonly OrderRow[], row: OrderRow): string | null {
  return rows[rows.indexOf(row) - 1]?.storylineTime.slice(0, 10) ?? null;
}
