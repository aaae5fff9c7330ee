import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import { measure } from '#core/report/document.ts';
import { font, ink } from './sheet.ts';

/** Without `lineRule` LibreOffice takes the line as exact and cuts pictures and large letters off. */
export function space(before: number, line = 264, after = 0) {
  return { before, after, line, lineRule: LineRuleType.AUTO };
}

const border = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color, space: 4 });
const bold = (color: string = ink.text) => ({ bold: true, color });
const staysWithNext = { keepNext: true, keepLines: true };
const leadBar = { indent: { left: 240 }, border: { left: { ...border(24, ink.accent), space: 10 } } };
/** Behind the number of a step, in twips. */
const stepIndent = 960;
const dotted = [
  { type: 'left', position: 480 },
  { type: 'right', position: measure, leader: 'dot' },
] as const;
const toTheRight = [{ type: 'right', position: measure } as const];

/** Of a caption there. */
export const denseCaption = space(110, 252, 40);

/** Of a lead on a page that has to hold much. */
export const leadAlone = space(130, 247, 130);

type Look = {
  readonly size: number;
  readonly spacing: ReturnType<typeof space>;
  readonly run?: object;
  readonly paragraph?: object;
};

/** Space stands above a block; only what sits directly on a table carries some below. */
const looks: Readonly<Record<string, readonly [name: string, look: Look]>> = {
  BlockHead: [
    'Block Head',
    { size: 22, spacing: space(290, 252, 60), run: bold(ink.accent), paragraph: { ...staysWithNext, outlineLevel: 0 } },
  ],
  PageBlockHead: [
    'Page Block Head',
    { size: 22, spacing: space(130, 252, 50), run: bold(ink.accent), paragraph: { ...staysWithNext, outlineLevel: 0 } },
  ],
  TileHeadline: ['Tile Headline', { size: 30, spacing: space(10, 240, 20), run: bold() }],
  Statement: ['Statement', { size: 20, spacing: space(30, 259, 80), paragraph: staysWithNext }],
  Meta: ['Meta', { size: 17, spacing: space(60), run: { color: ink.quiet } }],
  Lead: ['Lead', { size: 25, spacing: space(200), paragraph: { ...leadBar, ...staysWithNext } }],
  LeadBy: ['Lead By', { size: 17, spacing: space(0, 300), run: { color: ink.quiet }, paragraph: leadBar }],
  Note: ['Note', { size: 16, spacing: space(100), run: { color: ink.quiet }, paragraph: { keepLines: true } }],
  PageNote: [
    'Page Note',
    { size: 16, spacing: space(70, 240, 50), run: { color: ink.quiet }, paragraph: { keepLines: true } },
  ],
  Point: [
    'Point',
    { size: 19, spacing: space(60), paragraph: { numbering: { reference: 'points', level: 0 }, keepLines: true } },
  ],
  Figure: ['Figure', { size: 20, spacing: space(120, 240), paragraph: { keepNext: true } }],
  Headline: ['Headline', { size: 34, spacing: space(160, 252, 80), run: bold(), paragraph: staysWithNext }],
  Band: ['Band', { size: 22, spacing: space(240, 252, 60), run: { color: ink.quiet }, paragraph: { keepLines: true } }],
  SheetName: ['Sheet Name', { size: 20, spacing: space(40, 252, 40), run: bold(ink.quiet) }],
  SheetFact: ['Sheet Fact', { size: 22, spacing: space(40, 252, 40) }],
  SheetText: ['Sheet Text', { size: 26, spacing: space(200, 300) }],
  Mono: ['Mono', { size: 19, spacing: space(0, 288) }],
  Speaker: ['Speaker', { size: 22, spacing: space(240, 264), paragraph: staysWithNext }],
  Said: ['Said', { size: 26, spacing: space(40, 300), paragraph: { indent: { left: 240 }, keepLines: true } }],
  /** An entry of a table of contents. */
  TOC1: ['toc 1', { size: 19, spacing: space(60, 252), paragraph: { tabStops: dotted } }],
  TableText: ['Table Text', { size: 18, spacing: space(0, 240) }],
  TableHead: ['Table Head', { size: 16, spacing: space(0, 252), run: bold(ink.quiet) }],
  TableSmall: ['Table Small', { size: 16, spacing: space(0, 240) }],
  Step: [
    'Step',
    {
      size: 20,
      spacing: space(20, 264, 60),
      paragraph: {
        indent: { left: stepIndent, hanging: stepIndent },
        tabStops: [{ type: 'left', position: stepIndent }],
      },
    },
  ],
  StepHead: ['Step Head', { size: 16, spacing: space(160, 247), run: bold(ink.quiet), paragraph: staysWithNext }],
  Small: ['Small', { size: 16, spacing: space(0, 240), run: { color: ink.quiet } }],
  Chip: [
    'Chip',
    { size: 32, spacing: space(20, 240), run: { bold: true }, paragraph: { keepNext: true, indent: { left: 100 } } },
  ],
  PageHead: [
    'Page Head',
    { size: 18, spacing: space(0), paragraph: { tabStops: toTheRight, border: { bottom: border(4, ink.rule) } } },
  ],
  PageFoot: [
    'Page Foot',
    {
      size: 16,
      spacing: space(0),
      run: { color: ink.quiet },
      paragraph: { tabStops: toTheRight, border: { top: border(4, ink.rule) } },
    },
  ],
};

/** In half-points. One line up to 42 characters; a somewhat longer title stands smaller. */
export function titleSize(text: string): number {
  if (text.length <= 42) return 40;
  return text.length > 50 ? 32 : 36;
}

/** Those that Word brings. */
const builtIns = {
  Normal: { size: 20, spacing: space(120, 269) },
  Title: { size: 40, spacing: space(0, 240), run: bold(), paragraph: staysWithNext },
  Heading1: { size: 30, spacing: space(290, 252, 50), run: bold(), paragraph: staysWithNext },
  Heading2: { size: 22, spacing: space(200, 252, 40), run: bold(), paragraph: staysWithNext },
  Caption: { size: 16, spacing: space(140, 252, 60), run: bold(), paragraph: staysWithNext },
} as const satisfies Readonly<Record<string, Look>>;

/** What a style makes of a paragraph, for whoever has to know how high it is. */
export function lookOf(style: string) {
  const look: Look | undefined = style in builtIns ? builtIns[style as keyof typeof builtIns] : looks[style]?.[1];
  if (!look) throw new Error(`There is no style ${style}`);
  const { size, spacing, run = {}, paragraph = {} } = look;
  return {
    size,
    spacing,
    isBold: 'bold' in run,
    staysWithNext: 'keepNext' in paragraph,
    staysWhole: 'keepLines' in paragraph,
  };
}

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: font.text, size: builtIns.Normal.size, color: ink.text, language: { value: 'en-GB' } },
      paragraph: { spacing: builtIns.Normal.spacing },
    },
    title: builtIn('Title', bold()),
    heading1: { ...builtIn('Heading1', bold(ink.accent), { outlineLevel: 0 }), next: 'Normal' },
    heading2: { ...builtIn('Heading2', bold(), { outlineLevel: 1 }), next: 'Normal' },
  },
  paragraphStyles: [
    ...Object.entries(looks).map(([id, [name, { size, spacing, run, paragraph }]]) => ({
      id,
      name,
      basedOn: 'Normal',
      quickFormat: true,
      run: { size, ...run },
      paragraph: { spacing, widowControl: true, ...paragraph },
    })),
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      ...builtIn('Caption', bold(ink.quiet)),
    },
  ],
};

function builtIn(style: keyof typeof builtIns, run: object, paragraph: object = {}) {
  const { size, spacing } = builtIns[style];
  return { run: { size, ...run }, paragraph: { spacing, widowControl: true, ...staysWithNext, ...paragraph } };
}

const list = (text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], left: number, start: number) => [
  {
    level: 0,
    format,
    text,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging: left } } },
  },
];

export const sectionList = (start: number) => `sections-from-${start}`;

/** A section keeps its number when those before it are left out: each stretch of numbers is a list of its own. */
export function numberingFrom(starts: readonly number[]): INumberingOptions {
  const sections = starts.map((start) => ({
    reference: sectionList(start),
    levels: list('%1', LevelFormat.DECIMAL, 580, start),
  }));
  return { config: [{ reference: 'points', levels: list('–', LevelFormat.BULLET, 280, 1) }, ...sections] };
}
