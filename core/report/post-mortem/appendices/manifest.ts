import { type Block, note } from '../../document.ts';
import type { Facts } from '../../facts.ts';
import { plural } from '../../term-words.ts';

/** Appendix G: what this document was written from. A file cannot hold its own hash: those of the files lie in the binder. */
export function writeManifest({ setup, state, head }: Facts): readonly Block[] {
  return [
    { is: 'appendix', letter: 'G', text: 'Evidence manifest' },
    {
      is: 'table',
      caption: 'What this document was written from, with SHA-256',
      look: 'dense',
      fitsColumns: true,
      columns: [
        { head: 'File', width: 3000 },
        { head: 'SHA-256', width: 6360 },
      ],
      rows: [
        [`script.yaml (${setup.scenario.id} ${setup.scenario.version})`, [{ code: setup.scenario.sha256 }]],
        [`journal, ${plural(state.log.length, 'entry', 'entries')} (hash of the last)`, [{ code: head }]],
      ],
    },
    note('The hash of every document, this one too, stands in manifest.json of the evidence binder.'),
  ];
}
