import type { InjectMark, Lane, LaneMark, SwimLanes } from '#core/report/swim-lanes.ts';
import { cleanText } from './clean-text.ts';
import type { Drawing } from './drawing.ts';
import { ink } from './sheet.ts';

const width = 624;
const left = 66;
const top = 24;
const injectsHigh = 40;
const marksHigh = 20;
const barHigh = 12;
const laneGap = 4;
const capital = 3.5; // half as high as a capital of the labels
const letter = 5; // how wide a letter of the labels is, nearly

/** Injects above, then one lane for each function: dots for what was done, bars for decisions. */
export function drawLanes(lanes: SwimLanes): Drawing {
  const x = (at: number) => left + (at / lanes.minutes) * (width - left - 18);
  const rows = lanes.lanes.map((lane) => ({ lane, bars: stackBars(lane, x), high: 0, y: 0 }));
  let y = top + injectsHigh;
  for (const row of rows) {
    row.y = y;
    row.high = marksHigh + Math.max(0, ...row.bars.map(({ row: at }) => at + 1)) * barHigh + laneGap;
    y += row.high;
  }
  const body = [
    drawScale(lanes, x, y),
    drawStops(lanes, x, y),
    drawRule(top, 'Injects', injectsHigh),
    drawInjects(lanes.injects, x),
    ...rows.map(
      ({ lane, bars, y: from, high }) =>
        drawRule(from, laneNames[lane.role], high) + drawLane(lane, bars, from, high, x),
    ),
    `<path d="M0 ${y}H${width}" stroke="#${ink.rule}" stroke-width=".6"/>`,
  ];
  const late = `<defs><pattern id="late" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><rect width="2" height="4" fill="#${ink.accent}"/></pattern></defs>`;
  const height = y + 2;
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans" font-size="10">${late}${body.join('')}</svg>`,
  };
}

/** They stand in the margin of the figure. */
const laneNames: Readonly<Record<Lane['role'], string>> = {
  IC: 'IC',
  SEC: 'Security',
  DEVOPS: 'DevOps',
  LEGAL: 'Legal',
  COMMS: 'Comms',
  EXEC: 'Sponsor',
  HR: 'HR',
  FIN: 'Finance',
  SUPPORT: 'Support',
  SCRIBE: 'Scribe',
  FAC: 'Facilitator',
  EVAL: 'Evaluator',
};

type Scale = (at: number) => number;

function text(x: number, y: number, words: string, more = '', fill: string = ink.text): string {
  const escaped = cleanText(words).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${round(x)}" y="${round(y)}" fill="#${fill}" ${more}>${escaped}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const halo = 'paint-order="stroke" stroke="#fff" stroke-width="3" font-size="9.5"';

function drawScale({ minutes }: SwimLanes, x: Scale, bottom: number): string {
  const step = minutes > 150 ? 30 : minutes > 30 ? 15 : 5;
  const ticks = Array.from({ length: Math.floor(minutes / step) + 1 }, (_, at) => at * step);
  return ticks
    .map(
      (at) =>
        `<path d="M${round(x(at))} ${top - 4}V${bottom}" stroke="#${ink.rule}" stroke-width=".7"/>${text(x(at), 14, `T+${at}`, 'text-anchor="middle"', ink.quiet)}`,
    )
    .join('');
}

function drawStops({ stops }: SwimLanes, x: Scale, bottom: number): string {
  const looks = {
    pause: `stroke="#${ink.rule}" stroke-width="4"`,
    real_world: `stroke="#${ink.alert}" stroke-width="3"`,
    sitting: `stroke="#${ink.quiet}" stroke-width="2" stroke-dasharray="4 3"`,
  };
  return stops.map(({ at, kind }) => `<path d="M${round(x(at))} ${top - 4}V${bottom}" ${looks[kind]}/>`).join('');
}

function drawRule(y: number, name: string, high: number): string {
  return `<path d="M0 ${y}H${width}" stroke="#${ink.rule}" stroke-width=".6"/>${text(2, y + high / 2 + capital, name, 'font-weight="bold"')}`;
}

/** Labels of close neighbours take turns on two lines. */
function drawInjects(injects: readonly InjectMark[], x: Scale): string {
  const free = [0, 0];
  return injects
    .map(({ at, label, kind }) => {
      const place = round(x(at));
      const half = (label.length * 5.2) / 2 + 1;
      const line = (free[0] ?? 0) <= place - half ? 0 : 1;
      free[line] = place + half;
      const fill = kind === 'planned' ? `#${ink.accent}` : '#fff';
      const diamond = `<path d="M${place} ${top + 3}l5 5l-5 5l-5 -5z" fill="${fill}" stroke="#${ink.accent}"/>`;
      return diamond + text(place, top + 24 + line * 11, label, `${halo.replace('9.5', '9')} text-anchor="middle"`);
    })
    .join('');
}

type Bar = { readonly bar: Lane['decisions'][number]; readonly row: number };

/** Decisions open at the same time stand below one another. */
function stackBars({ decisions }: Lane, x: Scale): readonly Bar[] {
  const ends: number[] = [];
  return decisions.map((bar) => {
    const free = ends.findIndex((end) => end <= x(bar.from) - bar.label.length * 6 - 6);
    const row = free === -1 ? ends.length : free;
    ends[row] = x(bar.to);
    return { bar, row };
  });
}

function drawLane(lane: Lane, bars: readonly Bar[], y: number, high: number, x: Scale): string {
  const away = lane.away.map(({ from, to }) => {
    const [start, end] = [x(from), x(to)];
    return `<rect x="${round(start)}" y="${y + 3}" width="${round(end - start)}" height="${high - 6}" fill="#${ink.wash}" stroke="#${ink.rule}" stroke-dasharray="3 2"/>`;
  });
  return [...away, ...bars.map((bar) => drawBar(bar, y + marksHigh, x)), drawMarks(lane.marks, y, x)].join('');
}

function drawBar({ bar: { from, to, label, state }, row }: Bar, y: number, x: Scale): string {
  const fill = { in_time: `#${ink.accent}`, late: 'url(#late)', open: '#fff' }[state];
  const at = y + row * barHigh;
  const wide = Math.max(round(x(to) - x(from)), 2);
  const dashed = state === 'open' ? 'stroke-dasharray="4 2"' : '';
  const rect = `<rect x="${round(x(from))}" y="${at}" width="${wide}" height="8" fill="${fill}" stroke="#${ink.accent}" ${dashed}/>`;
  return rect + text(x(from) - 4, at + 8, label, `text-anchor="end" font-weight="bold" ${halo.replace('9.5', '9')}`);
}

/** A label stands to the right of its dot, else to the left; where neither is free only the dot is drawn. */
function drawMarks(marks: readonly LaneMark[], y: number, x: Scale): string {
  let free = left - 20;
  const labels: string[] = [];
  const dots = marks.map(({ at, label }, index) => {
    const place = x(at);
    const next = marks[index + 1];
    const long = (label ?? '').length * letter;
    const fitsRight = place + 8 + long <= (next ? x(next.at) - 5 : width);
    const fitsLeft = place - 8 - long >= free;
    if (label !== null && fitsRight) labels.push(text(place + 6, y + 14.5, label, halo));
    else if (label !== null && fitsLeft) labels.push(text(place - 6, y + 14.5, label, `${halo} text-anchor="end"`));
    free = Math.max(free, place + 5 + (label !== null && fitsRight ? 3 + long : 0));
    const [fill, size] = label === null ? [ink.quiet, 2.4] : [ink.text, 3.4];
    return `<circle cx="${round(place)}" cy="${y + 11}" r="${size}" fill="#${fill}"/>`;
  });
  return [...labels, ...dots].join('');
}
