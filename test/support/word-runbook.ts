import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';

/** A Word file with a heading, steps that Word counts, one level below them, and a step numbered by hand. */
export async function makeWordRunbook(second = 'Revoke keys.'): Promise<Uint8Array> {
  const level = (at: number, text: string) => ({
    level: at,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.START,
  });
  const numbered = (text: string, at = 0) => new Paragraph({ text, numbering: { reference: 'steps', level: at } });
  const document = new Document({
    numbering: { config: [{ reference: 'steps', levels: [level(0, '%1.'), level(1, '%1.%2')] }] },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Credential revocation', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Owner: security operations.'),
          numbered('Block sign-in.'),
          numbered(second),
          numbered('Those of admins first.', 1),
          numbered('Then service accounts.', 1),
          numbered('Tell everybody.'),
          new Paragraph('By telephone.'),
          new Paragraph('Step 9: Write it down.'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
