import { testLines } from '#core/plan/test-card.ts';
import classes from './test-card.module.css';

/** Letters and figures that are taken for one another, but for those that this type draws alike: of I and l nobody could tell. */
const sample = 'svc_bi_export 203.0.113.77 rnm O0 S5 8B';

/** Shown before an exercise: what can the last row read, are two light tones two, is the whole picture on the wall? */
export function TestCard() {
  return (
    <>
      {corners.map((corner) => (
        <i key={corner} className={`${classes.corner} ${corner}`} aria-hidden="true" />
      ))}
      <div className={classes.card}>
        <h2>Last row: which is the first line you can read?</h2>
        <ol>
          {testLines.map(({ number, px, metres }) => (
            <li key={px}>
              <b>{number}</b>
              <span style={{ fontSize: px }}>{sample}</span>
              <span>{px} px</span>
              <span>to {metres} m</span>
            </li>
          ))}
        </ol>
        <div className={classes.patches}>
          <div>
            <i className={classes.white} />
            <i className={classes.frame} />
            <span>White and violet: two tones?</span>
          </div>
          <div>
            <svg className={classes.watermark} viewBox="0 0 74 74" aria-hidden="true">
              <text x="37" y="49" textAnchor="middle">
                EX
              </text>
            </svg>
            <span>Letters in the square?</span>
          </div>
          <div>
            <span>Four corner marks? Distances: 75-inch screen.</span>
          </div>
        </div>
      </div>
    </>
  );
}

const corners = [classes.topLeft, classes.topRight, classes.bottomRight, classes.bottomLeft];
