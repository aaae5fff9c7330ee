/** A critical task in the words of its objective: `name_ic` → `name IC`. */
export function taskName(name: string): string {
  return name.replaceAll('_', ' ').replace(/\b(dns|hr|ic|mfa|rpo|rto|sbom|sso)\b/g, (word) => word.toUpperCase());
}
