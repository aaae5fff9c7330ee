/** Names that mean a device on Windows, whatever stands behind the dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const control = /[\u0000-\u001f\u007f]/;
const longest = { name: 255, path: 1_000 };

/** What is wrong with a path in a backup, as the end of a sentence; null for one that is safe on every system. */
export function findNameFault(path: string): string | null {
  if (path === '' || path.length > longest.path) return 'it is empty or too long';
  if (path.includes('\\')) return 'it holds a backslash';
  if (path.includes(':')) return 'it holds a colon';
  if (path.startsWith('/')) return 'it is an absolute path';
  if (control.test(path) || !path.isWellFormed() || path.includes('\ufffd')) return 'it holds what no name may hold';
  for (const name of path.split('/')) {
    const fault = findPartFault(name);
    if (fault !== null) return fault;
  }
  return null;
}

function findPartFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'it leads out of its folder';
  if (Buffer.byteLength(name) > longest.name) return 'it is empty or too long';
  if (/[. ]$/.test(name)) return 'it ends in a dot or a space';
  return reserved.test(name) ? 'Windows keeps that name for a device' : null;
}

type Kind = 'file' | 'folder';

/** Remembers names. Gives the one a new name cannot stand beside on a system that does not tell case, null when there is none. */
export function createNameBook(): (path: string, kind: Kind) => string | null {
  const known = new Map<string, { readonly path: string; readonly kind: Kind }>();
  return (path, kind) => {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const above = path.slice(0, slash);
      const other = known.get(fold(above));
      if (other && (other.kind === 'file' || other.path !== above)) return other.path;
      known.set(fold(above), { path: above, kind: 'folder' });
    }
    const other = known.get(fold(path));
    if (other) return other.path;
    known.set(fold(path), { path, kind });
    return null;
  };
}

function fold(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}
