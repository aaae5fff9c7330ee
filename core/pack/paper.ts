import type { Block, ReportDocument } from '../report/document.ts';
import type { TlpLabel } from '../scenario/vocabulary.ts';
import type { Pack } from './pack.ts';

/** A document that participants may hold: neither the script's title nor its id stands anywhere in it, its properties included. */
export function paperOf({ setup, scenario, startsAt }: Pack, title: string, blocks: readonly Block[]): ReportDocument {
  return {
    id: title,
    title: `EXERCISE – ${title}`,
    subject: 'Exercise material, nothing in it is real',
    keywords: 'exercise',
    version: 'printed pack',
    tlp: setup.plan.tlp,
    isDraft: false,
    settledAt: settledAt(startsAt ?? scenario.storyline_start),
    blocks,
  };
}

/** A plan has no last entry: its own day stands for the moment of writing, so that the same plan gives the same bytes. */
export function settledAt(local: string): string {
  return `${local}:00Z`;
}

export function sheet(mark: string, tlp: TlpLabel): Block {
  return { is: 'sheet', mark, tlp };
}
