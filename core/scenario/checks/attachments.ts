import { error, type Finding } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** What an attachment shows stands in the script or beside it, never in both and never nowhere. */
export function checkAttachments({ injects }: Scenario): readonly Finding[] {
  return injects.flatMap(({ id, attachments }, at) =>
    attachments.flatMap(({ name, text, file }, n) => {
      const path = ['injects', at, 'attachments', n];
      if (text === undefined && file === undefined)
        return [error(path, `attachments: ${name} of ${id} has neither text nor file; give one of them`)];
      if (text !== undefined && file !== undefined)
        return [
          error([...path, 'file'], `file: ${file} stands beside a text at attachment ${name} of ${id}; keep one`),
        ];
      return [];
    }),
  );
}
