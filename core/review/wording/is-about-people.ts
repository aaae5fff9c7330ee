import { nameMask } from './match-names.ts';
import { actingWords, peopleWords } from './own-patterns.ts';

/** Followed by one of these, a word for people is part of the name of a thing: `user account`, `support ticket`, `admin console`. */
const things =
  'accounts?|agents?|alarms?|alerts?|apis?|app|application|architecture|backups?|batch|binary|bots?|box|broker|build|builds|bridge|calendar|call ?tree|certificates?|channels?|checks?|checklist|clock|cluster|code|config|configuration|connection|connector|consoles?|contacts?|container|contract|control|controller|credentials?|cron|daemon|dashboards?|data|database|dependency|deployment|detector|device|directory|disk|dns|document|drive|dump|endpoint|entitlements?|environment|escalation|export|failover|feed|field|file|filter|firewall|firmware|form|forwarder|gateway|group|groups|guide|hold|host|hotline|hypervisor|identity|image|index|integration|interface|inventory|job|key|keys|laptop|library|licence|license|line|link|list|load balancer|log|logs|login|machine|mailbox|manual|matrix|mfa|model|monitor|monitoring|network|node|notice|notification|page|pager|parser|password|patch|permissions?|phone|pipeline|plan|playbook|plugin|policy|pool|portal|procedure|process|processes|profile|proxy|query|queue|register|registry|replica|report|repository|request|resolver|restore|role|roles|rollback|rota|roster|router|routine|rule|rules|runbook|runner|scanner|schedule|scheduler|schema|script|scripts|seat|secret|segment|sensor|server|servers|service|services|session|sessions|sheet|sign-in|signal|site|snapshot|software|step|storage|store|sync|system|systems|table|task|template|tenant|test|text|threshold|ticket|tickets|time|token|tokens|tool|tools|update|vault|version|view|vpn|watchdog|webhook|workflow|worker|workstation|zone';
const adversaries =
  'adversary|adversaries|attackers?|intruders?|threat actors?|criminals?|extortionists?|gang|hackers?|malware|ransomware|worm|botnet|phisher|phishers|fraudster|fraudsters';
/** Before a word for people, these make it a machine or the adversary: `backup agent`, `password manager`, `malicious insider`. */
const makers =
  'backup|monitoring|edr|endpoint|software|forwarding|logging|kubernetes|database|certificate|password|secrets?|queue|package|key|session|device|resource|task|boot|cluster|malicious|rogue|hostile|fake|attacker-controlled|compromised|threat';

const person = new RegExp(`(?<!['’\\w-])(?:${actingWords})\\b(?!['’]s\\b)(?!-)`, 'gi');
const thingNext = new RegExp(`^\\s+(?:[\\w-]+\\s+)?(?:${things})\\b`, 'i');
const thingRightNext = new RegExp(`^\\s+(?:${things})\\b`, 'i');
const makerBefore = new RegExp(`\\b(?:${makers})\\s+$`, 'i');
const anyThing = new RegExp(`\\b(?:${things}|${adversaries})\\b`, 'i');
const adversary = new RegExp(`\\b(?:${adversaries})\\b`, 'i');
const anyName = new RegExp(`\\b${nameMask}\\b`);
const preposition = /\b(?:at|with|from|in|on|of|to|for|by|near|behind|who|whose|that|which)\b/i;

/**
 * Whether the words that a rule found, from a word for people to the verb, have people as their subject: the sentence may mean
 * `the user account`, `the backup agent`, or `the team saw that the attacker`.
 */
export function isSubjectPeople(text: string, from: number, to: number): boolean {
  const found = text.slice(from, to);
  const role = new RegExp(`^(?:${peopleWords})\\b`, 'i').exec(found)?.[0] ?? '';
  if (makerBefore.test(text.slice(Math.max(0, from - 40), from))) return false;
  const rest = found.slice(role.length);
  if (/^['’]s?\b/.test(rest)) return !anyThing.test(rest);
  if (thingRightNext.test(rest)) return false;
  if (adversary.test(rest)) return false;
  return !anyThing.test(rest) || preposition.test(rest);
}

/** Whether the clause up to here speaks of people, or of nothing that is named. Only a system or an adversary alone is let pass. */
export function isClauseAboutPeople(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 300), from);
  const clause = before.split(/[.!?](?=\s)|[;\n]|\b(?:because|but|while|whereas)\b/i).at(-1) ?? '';
  const people = [...clause.matchAll(person)].filter(({ 0: word, index }) => {
    if (makerBefore.test(clause.slice(0, index))) return false;
    return !thingNext.test(clause.slice(index + word.length));
  });
  if (people.length > 0 || anyName.test(clause)) return true;
  return !anyThing.test(clause);
}

/** `should have a phone` judges nobody; `should have called` does. */
export function isOwning(text: string, to: number): boolean {
  return /^\s+(?:an?|the|no|any|some|access|authority|two|three|one|at least|more|enough|their|its|our|his|her|rights?|time)\b/i.test(
    text.slice(to, to + 20),
  );
}

/** `user error 400`, `HTTP user error`: what a program answers, and no cause. */
export function isErrorOfProgram(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  if (
    /\b(?:HTTP|status|[45]xx|returns?|returned|throws?|threw|raised?|answered with|responded with)\s+(?:an?\s+|the\s+)?$/i.test(
      before,
    )
  )
    return true;
  const words =
    'codes?|pages?|messages?|responses?|status|rates?|budget|handl(?:er|ing)|logs?|screens?|dialogs?|reports?|counters?|[45]xx';
  return new RegExp(`^s?\\s*(?:[(:#=]\\s*)?(?:\\d|(?:${words})\\b)`, 'i').test(text.slice(to, to + 30));
}
