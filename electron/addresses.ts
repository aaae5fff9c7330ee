/** Two hosts of our own scheme: two origins that share nothing. */
export const scheme = 'app';

export type Role = 'console' | 'room';

export function originOf(role: Role): string {
  return `${scheme}://${role}`;
}

export function addressOf(role: Role): string {
  return `${originOf(role)}/`;
}

/** Whether an address belongs to this role's own files. Not by `new URL(…).origin`, which is "null" for such a scheme in Node. */
export function isOwn(role: Role, url: string): boolean {
  return url.startsWith(addressOf(role));
}

/** The page itself, wherever its hash points: a reload or a move within the page. */
export function isOwnPage(role: Role, url: string): boolean {
  return url.split('#', 1)[0] === addressOf(role);
}
