import { plain } from './term-words.ts';

/** What was captured in one line, with whatever else was filled in and does not stand in `text` yet: nothing is cut or left away. */
export function tellWhole(text: string, filled: object): string {
  const rest = listFilled(filled).filter(([, value]) => !text.includes(value));
  return rest.length === 0 ? text : `${text} (${rest.map(([field, value]) => `${plain(field)}: ${value}`).join('; ')})`;
}

function listFilled(filled: object): readonly (readonly [field: string, value: string])[] {
  return Object.entries(filled).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'type' || value === null || value === undefined || value === '') return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [[field, value.map(String).join(', ')] as const];
    return typeof value === 'object' ? listFilled(value) : [[field, String(value)] as const];
  });
}
