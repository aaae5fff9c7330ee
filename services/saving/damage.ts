/** `line` counts from 1 in its file; `time` is what the damaged line or the last good one before it states. */
export type Damage = {
  readonly file: string;
  readonly line: number;
  readonly time: string | null;
  readonly kind:
    | 'changed'
    | 'cut'
    /** Longer than any entry: something else stands in its place. */
    | 'too_long'
    | 'missing'
    | 'out_of_order'
    | 'duplicated'
    /** Whole in itself, and yet not what the line after it or the anchor was written for. */
    | 'rewritten'
    | 'torn'
    | 'header'
    | 'behind_anchor'
    /** The header names another exercise than the folder or the segments before it. */
    | 'other_exercise'
    | 'script_changed'
    | 'newer_version'
    | 'unreadable';
};

/** As `verify` and whoever reads the journal tell it, in the same words. */
export function formatDamage(exercise: string, { file, line, time, kind }: Damage): string {
  return `${exercise}: ${file}:${line}: ${kind.replaceAll('_', ' ')}${time ? ` (near ${time})` : ''}`;
}
