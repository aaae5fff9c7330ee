import type { WordingLevel } from './rule-table.ts';

type ClaimRule = {
  readonly id: string;
  readonly level: WordingLevel;
  readonly patterns: readonly string[];
  readonly why: string;
  readonly rewrite: string;
};

const laws = 'GDPR|HIPAA|CCPA|DORA|NIS ?2|PCI(?:[ -]DSS)?';
const standard = String.raw`ISO(?:\/IEC)?[ -]?27001(?::\d{4})?`;

/** What nobody may claim or admit towards customers, press or regulators without evidence or Legal. Source: spec.md E.1. */
export const claimRules: readonly ClaimRule[] = [
  {
    id: 'CL-01',
    level: 'error',
    patterns: [
      String.raw`\bSOC ?[123]\b(?: type (?:1|2|I|II))?[ -](?:certified|certification|certificate|compliant)\b`,
    ],
    why: 'A SOC report is an opinion about a period, and no certificate.',
    rewrite: "'SOC 2 Type II report, period ‹from› to ‹to›, by ‹auditor›.'",
  },
  {
    id: 'CL-02',
    level: 'error',
    patterns: [
      String.raw`\b(?:${laws})[ -](?:compliant|compliance|certified|certification)\b`,
      String.raw`\b(?:compl(?:y|ies|ied)(?: fully)? with|compliant with|certified (?:for|under|to)) (?:the )?(?:${laws})\b`,
    ],
    why: 'Nobody is certified for a law, and whether one is kept is for a regulator or a court to say.',
    rewrite: "'Supports ‹duty› under ‹law› by ‹measure›.'",
  },
  {
    id: 'CL-03',
    level: 'error',
    patterns: [
      String.raw`\b100 ?(?:%|per ?cent) (?:safe|secure|protected|available)(?!\w)`,
      String.raw`\b(?:unhackable|unbreakable|hacker-proof|bullet-?proof|military[ -]grade|bank[ -]grade|(?:completely|totally|absolutely|perfectly) (?:safe|secure)|guarantee[sd]?)\b`,
    ],
    why: 'Nobody can keep such a promise.',
    rewrite: 'Remove it; name the measure and what shows that it works.',
  },
  {
    id: 'CL-04',
    level: 'error',
    patterns: [
      String.raw`\b(?:never|not once) (?:been |had (?:a |any )?)(?:breach(?:ed|es)?|hacked|compromised|security incidents?)\b`,
    ],
    why: 'It is true until the day on which it is not, and may be held against the organisation.',
    rewrite: 'Leave it out, or ask Legal for the words.',
  },
  {
    id: 'CL-05',
    level: 'error',
    patterns: [
      String.raw`\b${standard}[ -](?:compliant|compliance|conformant|aligned)\b`,
      String.raw`\b(?:compl(?:y|ies) with|compliant with) ${standard}\b`,
    ],
    why: 'Only a certificate can be checked, and only for its scope.',
    rewrite: "'Certified to ISO/IEC 27001:2022 by ‹body›, certificate ‹number›, scope ‹scope›.'",
  },
  {
    id: 'CL-06',
    level: 'error',
    patterns: [
      String.raw`\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})\b`,
      String.raw`\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:internal|intranet|corp|lan|local)\b`,
    ],
    why: 'An internal address helps an attacker and tells the reader nothing.',
    rewrite: 'Say what the system is for.',
  },
  {
    id: 'CL-07',
    level: 'warn',
    patterns: [
      String.raw`\bpen(?:etration)?[ -]?tests? (?:found|showed|revealed|identified) (?:no|zero)(?: \w+)? (?:vulnerabilit(?:y|ies)|findings?|issues?|weaknesses)\b`,
    ],
    why: 'It says nothing without scope, date and what became of what was found.',
    rewrite: "'Penetration test of ‹scope› by ‹tester› on ‹date›; ‹state of its findings›.'",
  },
  {
    id: 'CL-08',
    level: 'error',
    patterns: [
      String.raw`\b(?:violat(?:ed?|es|ing|ions? of)|breach(?:ed)? of|breached|infring(?:ed?|es|ing|ements? of)|broke|(?:did|do|does) not comply with|failed to comply with) (?:the |our )?(?:${laws}|laws?|regulations?|contracts?|contractual (?:duties|obligations))\b`,
      String.raw`\b(?:makes? (?:us|the company)|(?:we|the company) (?:are|is|were|was|may be|could be)|(?:admit|accept)(?:s|ed)?) (?:legally )?(?:liab(?:le|ility)|negligent|at fault|guilty)\b`,
    ],
    why: 'A conclusion of law: once written, it can be used against the organisation.',
    rewrite: 'Say what happened and when; whether a duty was broken is for Legal to say.',
  },
];
