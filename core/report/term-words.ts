import type { Capability, Channel, GapSeverity, Rating, Role, TlpLabel } from '../scenario/vocabulary.ts';

/** The field's terms as a reader of a document meets them. */
export const roleNames: Readonly<Record<Role, string>> = {
  IC: 'Incident Commander',
  SEC: 'Security',
  DEVOPS: 'DevOps',
  LEGAL: 'Legal',
  COMMS: 'Communications',
  EXEC: 'Executive sponsor',
  HR: 'HR',
  FIN: 'Finance',
  SUPPORT: 'Support',
  SCRIBE: 'Scribe',
  FAC: 'Facilitator',
  EVAL: 'Evaluator',
};

/** At most 12 letters: they stand over a column of the rating strip. */
export const capabilityVerbs: Readonly<Record<Capability, string>> = {
  detection_triage: 'Detect',
  analysis_scoping: 'Scope',
  containment: 'Contain',
  eradication: 'Eradicate',
  recovery: 'Recover',
  internal_comms: 'Inform staff',
  external_comms: 'Communicate',
  legal_regulatory: 'Legal duties',
  decision_governance: 'Govern',
  coordination_escalation: 'Coordinate',
  forensics_evidence: 'Evidence',
  identity_access: 'Access',
  third_party_supply_chain: 'Suppliers',
  business_continuity: 'Continuity',
};

export const channelNames: Readonly<Record<Channel, string>> = {
  siem_alert: 'Alert',
  email: 'E-mail',
  chat: 'Chat',
  phone_call: 'Telephone',
  sms: 'Text message',
  news_article: 'News',
  social_media: 'Social media',
  ransom_note: 'Ransom note',
  log_extract: 'Log',
  customer_ticket: 'Ticket',
  regulator_letter: 'Regulator',
  memo: 'Memo',
  report: 'Report',
  meeting: 'Meeting',
  dashboard: 'Dashboard',
};

/** What a piece is called in front of the participants. */
export const pieceNames: Readonly<Record<Channel, string>> = {
  siem_alert: 'Alert',
  email: 'E-mail',
  chat: 'Chat',
  phone_call: 'Phone call',
  sms: 'Text message',
  news_article: 'News page',
  social_media: 'Public post',
  ransom_note: 'Note on a screen',
  log_extract: 'Log',
  customer_ticket: 'Ticket',
  regulator_letter: 'Letter',
  memo: 'Memo',
  report: 'Report',
  meeting: 'Meeting',
  dashboard: 'Dashboard',
};

/** Source: spec.md B.5. */
export const ratingWords: Readonly<Record<Rating, string>> = {
  P: 'no challenges',
  S: 'some challenges',
  M: 'major challenges',
  U: 'unable',
  N: 'not exercised',
};

export const severityNames: Readonly<Record<GapSeverity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const fixNames = {
  eliminate: 'Eliminate',
  automation: 'Guard-rail',
  alert: 'Alert',
  checklist: 'Checklist',
  training: 'Training',
} as const;

export const statusNames = {
  open: 'open',
  in_progress: 'in progress',
  blocked: 'blocked',
  done: 'done, not yet verified',
  verified: 'verified',
  wont_do: 'will not be done',
} as const;

export const responseNames = {
  accepted: 'accepted',
  accepted_with_change: 'accepted with a change',
  risk_accepted: 'risk accepted',
} as const;

/** Source: spec.md C.4; the organisation's name takes the place of "organisation". */
export function describeTlp(label: TlpLabel, organisation: string): string {
  switch (label) {
    case 'TLP:RED':
      return 'for the named recipients only; not to be passed on';
    case 'TLP:AMBER+STRICT':
      return `for people inside ${organisation} who need it; not for clients or suppliers`;
    case 'TLP:AMBER':
      return `for people inside ${organisation} and its clients who need it`;
    case 'TLP:GREEN':
      return 'for the community; not for publication';
    case 'TLP:CLEAR':
      return 'no limit on passing it on';
  }
}

/** `no_owner` → `no owner`; a few tokens have better words. */
export function plain(token: string): string {
  return betterWords[token] ?? token.replaceAll('_', ' ');
}

const betterWords: Readonly<Record<string, string>> = {
  data_breach_exfiltration: 'data breach',
  ransomware_destructive: 'ransomware',
  supply_chain_compromise: 'supply-chain compromise',
  detection_triage: 'detection and triage',
  analysis_scoping: 'analysis and scoping',
  internal_comms: 'internal communication',
  external_comms: 'external communication',
  legal_regulatory: 'legal and regulatory',
  decision_governance: 'decisions and governance',
  coordination_escalation: 'coordination and escalation',
  forensics_evidence: 'forensics and evidence',
  identity_access: 'identity and access',
  third_party_supply_chain: 'third parties and supply chain',
  dependency_single_point: 'depends on a single point',
  time_zone_out_of_hours: 'out of hours',
};

/** `105 min`, `110.5 min`. */
export function minutesWords(minutes: number): string {
  return `${minutes.toFixed(1).replace(/\.0$/, '')} min`;
}

/** A title that stands in quotation marks already gets no second ones. */
export const quoted = (title: string): string => (/^[“"‘']/.test(title) ? title : `“${title}”`);

export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `three`, `14`; for nothing `none`. */
export function countWord(count: number): string {
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return words[count] ?? String(count);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  const hasComma = words.some((word) => word.includes(', ')); // a semicolon tells where the next one begins
  return hasComma ? words.join('; ') : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `a, b or c`. */
export function listChoices(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Cut at a word, with an ellipsis, to at most so many letters; one or two words that begin another clause go too. */
export function cutAtWord(words: string, most: number): string {
  const line = words.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2));
  const clause = whole.replace(/[.,;:] \S+(?: \S+)?$/, '');
  return `${(clause.length > most / 2 ? clause : whole).replace(/[.,;:–-]+$/, '')} …`;
}

/** Ends with a full stop, whatever the person who wrote it ended it with. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]["”’']?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Stays on one line. */
export const unbroken = (words: string) => words.replaceAll(' ', '\u00A0');
