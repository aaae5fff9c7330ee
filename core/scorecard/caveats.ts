import { listWords } from '../report/term-words.ts';
import { type FileKind, fileKinds } from './files/file-kinds.ts';
import { isOfRow } from './files/row-problem.ts';
import { tellRejected, tellStale, tellUnfinished } from './month-notices.ts';
import { type Period, previousMonth } from './period.ts';
import type { Settings } from './settings.ts';
import { tellChanges } from './settings-changes.ts';
import type { Caveat, PastMonth } from './snapshot.ts';
import type { Reading, SourceFacts } from './source-facts.ts';
import { type Definitions, trendKeys } from './trend.ts';
import { trendNames } from './trend-words.ts';

/** Settings that figures were counted by before, and of what. */
export type SettingsBefore = { readonly of: string; readonly settings: Settings };

type Parts = {
  readonly period: Period;
  readonly settings: Settings;
  readonly definitions: Definitions;
  readonly sources: readonly SourceFacts[];
  readonly reading: Reading;
  /** By file, what rows say that another row or column does not bear out. */
  readonly remarks: Readonly<Record<FileKind, readonly string[]>>;
  readonly previous: readonly PastMonth[];
  readonly before: readonly SettingsBefore[];
};

/** Whether it is published in spite of it only with a reason: a figure is missing, old or of a part. */
export function needsReason({ is }: Caveat): boolean {
  return is === 'missing' || is === 'stale' || is === 'left_out' || is === 'not_over';
}

/** What whoever reads the page would not want to learn later, gravest first. Told before it is published, and kept with it. */
export function listCaveats(parts: Parts): readonly Caveat[] {
  const { sources, remarks, reading, period } = parts;
  return [
    ...sources.flatMap(tellMissing),
    ...sources.flatMap((source) => ofStale(source, period.asOf)),
    ...sources.flatMap((source) => ofLeftOut(source, reading)),
    ...ofUnfinished(period),
    ...fileKinds.flatMap((about) =>
      remarks[about].map((words): Caveat => ({ is: 'disagrees', about, says: `In ${about}, ${words}.` })),
    ),
    ...fileKinds.flatMap((about) => tellRead(about, sources, reading)),
    ...tellSettings(parts),
  ];
}

function tellMissing({ kind, file }: SourceFacts): readonly Caveat[] {
  if (file !== null) return [];
  return [{ is: 'missing', about: kind, says: `No ${kind} file was taken: its figures are unknown.` }];
}

function ofStale(source: SourceFacts, asOf: string): readonly Caveat[] {
  const stale = tellStale(source, asOf);
  return stale === null ? [] : [{ is: 'stale', about: source.kind, says: `${stale}.` }];
}

function ofLeftOut(source: SourceFacts, reading: Reading): readonly Caveat[] {
  const left = tellRejected(source);
  if (left === null) return [];
  const counts = new Map<string, number>();
  for (const { name, message } of (reading[source.kind]?.problems ?? []).filter(isOfRow)) {
    const what = name === null ? message : `${name} cannot be read`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const why = [...counts].map(([what, count]) => `${what} (${count})`).join('; ');
  return [{ is: 'left_out', about: source.kind, says: `${left}. Why: ${why}.` }];
}

function ofUnfinished({ month, zone, asOf }: Period): readonly Caveat[] {
  const says = tellUnfinished(month, zone, asOf);
  return says === null ? [] : [{ is: 'not_over', about: 'month', says }];
}

/** Columns that decide and are not there, and rows that stand twice. */
function tellRead(about: FileKind, sources: readonly SourceFacts[], reading: Reading): readonly Caveat[] {
  const absent = (reading[about]?.warnings ?? []).flatMap(({ message, name }) =>
    message.startsWith('there is no column') && name !== null ? [name] : [],
  );
  const twice = sources.find(({ kind }) => kind === about)?.duplicates ?? 0;
  const has = absent.length === 1 ? 'has no column' : 'has no columns';
  return [
    ...(absent.length === 0
      ? []
      : [
          {
            is: 'read' as const,
            about,
            says: `The file of ${about} ${has} ${listWords(absent)}: unknown in every row.`,
          },
        ]),
    ...(twice === 0
      ? []
      : [
          {
            is: 'read' as const,
            about,
            says: `${twice} of the rows of ${about} came before with the same key: the last counts.`,
          },
        ]),
  ];
}

/** Against the settings of earlier figures; where nobody kept them, against the definitions. */
function tellSettings({ settings, before, definitions, previous, period }: Parts): readonly Caveat[] {
  if (before.length > 0)
    return before.flatMap(({ of, settings: then }) => {
      const changes = tellChanges(then, settings);
      if (changes.length === 0) return [];
      const says = `Settings are other than those of ${of}: ${changes.join('; ')}.`;
      return [{ is: 'settings', about: 'settings', says }];
    });
  const last = previous.find((past) => past.period === previousMonth(period.month));
  const anew = trendKeys.filter((key) => (last?.definitions[key] ?? definitions[key]) !== definitions[key]);
  if (anew.length === 0) return [];
  const names = listWords(anew.map((key) => trendNames[key]));
  return [{ is: 'settings', about: 'settings', says: `Counted otherwise than the month before: ${names}.` }];
}
