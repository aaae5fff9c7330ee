import { tellFaults } from './file-faults.ts';
import { type MonthConfig, monthConfigSchema, type Settings, settingsSchema } from './settings.ts';
import { findCrossedThresholds } from './thresholds.ts';

export type ReadConfig =
  | {
      readonly config: MonthConfig;
      /** Settings that the file names, such as `rag.mttd_hours`; they go before those that were kept. */
      readonly named: readonly string[];
    }
  | { readonly problems: readonly string[] };

/** Sections whose parts stand for themselves; in `vulnerability` profile and days belong together, and a threshold is a whole. */
const mixed = ['controls', 'incidents', 'exceptions', 'rag'] as const;

/** What a month is counted by: what a file says of it, over the settings that were kept, over the usual ones. */
export function readMonthConfig(value: unknown, kept: Settings | null): ReadConfig {
  const own = monthConfigSchema.safeParse(value);
  if (!own.success) return { problems: tellFaults(own.error, value, monthConfigSchema) };
  const said = value as Readonly<Record<string, unknown>>; // an object, as it was parsed
  const config = monthConfigSchema.parse(kept === null ? said : layOver(kept, said));
  const crossed = findCrossedThresholds(config.rag, Object.keys(sectionOf(said, 'rag')));
  return crossed.length > 0 ? { problems: crossed.map((why) => `${why}.`) } : { config, named: nameSettings(said) };
}

type Section = Readonly<Record<string, unknown>>;
const sectionOf = (said: Section, name: string) => (said[name] ?? {}) as Section; // parsed as an object

function layOver(kept: Settings, said: Section): Section {
  const sections = mixed.map((name) => [name, { ...kept[name], ...sectionOf(said, name) }] as const);
  return { ...kept, ...said, ...Object.fromEntries(sections) };
}

function nameSettings(said: Section): readonly string[] {
  const sections: readonly string[] = mixed;
  return Object.keys(said)
    .filter((name) => name in settingsSchema.shape)
    .flatMap((name) =>
      sections.includes(name) ? Object.keys(sectionOf(said, name)).map((part) => `${name}.${part}`) : [name],
    );
}
