import { roleNames } from '#core/report/term-words.ts';
import { roles } from '#core/scenario/vocabulary.ts';

export function roleName(role: string): string {
  if (role === 'IC') return 'IC'; // everybody in the room says it so
  const known = roles.find((candidate) => candidate === role);
  return known ? roleNames[known] : role;
}

/** `IC and LEGAL`: short, because it stands on a laptop's edge. */
export function roleList(list: readonly string[]): string {
  return list.length < 2 ? (list[0] ?? 'Named roles') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

/** `47:12`; minutes run on past sixty, as the exercise clock does. */
export function minutesSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `23 h 8 min`, from three days on `29 d 4 h`. */
export function hoursMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** Class names that are there, in one string. */
export const classes = (...names: readonly (string | undefined | false | null)[]): string =>
  names.filter(Boolean).join(' ');
