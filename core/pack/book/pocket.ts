import { type Block, paragraph } from '../../report/document.ts';
import { listWords, roleNames } from '../../report/term-words.ts';
import type { ContingencyInject } from '../../scenario/schema.ts';
import type { Pack } from '../pack.ts';
import { aboutWords } from './inject-page.ts';
import { quote, readAloud } from './inject-text.ts';
import { wayOutInFull } from './ways.ts';

/** Injects without a planned minute, each with when to use it. */
export function writePocket(pack: Pack): readonly Block[] {
  if (pack.pocket.length === 0) return [paragraph('The script has nothing in its pocket.')];
  return [
    {
      is: 'statement',
      words: 'Use one when its cue is seen. Write the time of the story on the sheet before you give it out.',
    },
    ...pack.pocket.flatMap((inject) => writeOne(pack, inject)),
  ];
}

function writeOne(pack: Pack, inject: ContingencyInject): readonly Block[] {
  const { id, title, trigger, purpose, audience, from, body, roles } = inject;
  return [
    { is: 'subhead', text: `${id} ${title}` },
    {
      is: 'form',
      staysWithNext: true,
      rows: [
        { name: 'When', words: trigger.trim() },
        ...(purpose ? [{ name: 'What for', words: purpose.trim() }] : []),
        { name: 'How', words: [{ bold: wayOutInFull(pack, inject) }] },
        { name: 'From, to', words: aboutWords(inject) },
        { name: 'First for', words: listWords(roles.map((role) => roleNames[role])) },
        { name: 'Released at', height: 360 },
      ],
    },
    ...(audience === 'facilitator_reads' ? readAloud(body, `Read aloud, as ${from}`) : quote('They read', body)),
  ];
}
