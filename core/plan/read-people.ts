import { roleNames } from '../report/term-words.ts';
import { type Role, roles } from '../scenario/vocabulary.ts';

/** One line of a list of people; no function where the line says none. */
export type ReadPerson = { readonly name: string; readonly role: Role | null; readonly does: string };

/** Several lines, or cells of a spreadsheet: more than somebody's name. */
export function isPeopleList(pasted: string): boolean {
  return pasted.includes('\t') || linesOf(pasted).length > 1;
}

/**
 * A person a line, as pasted from a spreadsheet, an e-mail or a text: the name, then in any order a function by its name or short id
 * and a position, parted by tab, semicolon or comma. Empty lines and a head such as `Name;Function` are passed over.
 */
export function readPeople(pasted: string): readonly ReadPerson[] {
  const rows = linesOf(pasted).map(cellsOf);
  return rows.slice(isHead(rows[0]) ? 1 : 0).map(([name = '', ...others]) => {
    const at = others.findIndex((cell) => findRole(cell) !== null);
    const does = others.filter((cell, place) => place !== at && cell !== '');
    return { name, role: findRole(others[at] ?? ''), does: does.join(', ') };
  });
}

/** The same person however it was written: capitals, spaces and composed letters do not count. */
export function nameKey(name: string): string {
  return tidy(name).normalize('NFC').toLowerCase();
}

function linesOf(pasted: string): readonly string[] {
  return pasted.split(/\r\n|[\n\r\v\u2028\u2029]/).filter((line) => line.trim() !== '');
}

/** Of a line without the bullet or number of a list; a cell in quotes may hold what parts the others. */
function cellsOf(line: string): readonly string[] {
  const bare = line.replace(/^ *(?:[-–—•*·▪] +|\d{1,3}[.)] +)/, '');
  const cells = [/\t/, /[;؛]/, /[,،]/].map((parting) => split(bare, parting)).find((found) => found.length > 1);
  return (cells ?? split(bare, /\t/)).map(tidy);
}

function split(line: string, parting: RegExp): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && parting.test(letter)) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

function isHead(cells: readonly string[] | undefined): boolean {
  return /^(full |first )?(names?|person|people|participants?|teilnehmer|الاسم):?$/i.test(cells?.[0] ?? '');
}

function findRole(cell: string): Role | null {
  const word = cell.toLowerCase();
  return roles.find((role) => role.toLowerCase() === word || roleNames[role].toLowerCase() === word) ?? null;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
