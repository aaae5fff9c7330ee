import { type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';
import { walkTexts } from './placeholders.ts';

const topLevelDomains =
  'com|net|org|io|dev|app|cloud|info|biz|eu|uk|de|fr|nl|us|ca|au|ch|at|gov|edu|mil|int|co|me|xyz|online|site|tech|' +
  'ai|be|br|cn|cz|dk|es|fi|ie|il|it|jp|kr|mx|nz|pl|pt|ru|se|sg|tv|ua|za';
const address = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;
const domain = new RegExp(`(?<![\\w.-])(?:[a-z0-9-]+\\.)+(?:${topLevelDomains})(?![\\w-]|\\.[a-z0-9])`, 'gi');
const longAddress = /(?<![\w:])(?=[\da-f:]*:[\da-f:]*:)(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\w:])/gi;
/** With a country code, or as in North America: (212) 555-0142, 212-555-0142. */
const telephone = /(?<![\w.+-])(?:\+\d[\d .()-]{6,}\d|\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\w-])/g;

/** Nothing in a script leads to a real machine, site or telephone. Reserved ranges and names pass. Source: spec.md A.1, quality tests. */
export function checkFictions(scenario: Scenario): readonly Finding[] {
  return [...walkTexts(scenario), ...walkDefaults(scenario)].flatMap(({ path, text }) => {
    const field = String(path.findLast((key) => typeof key === 'string'));
    return [
      ...[...text.matchAll(address)]
        .filter((match) => isRoutable(match))
        .map(([found]) => warning(path, `${field}: ${found} may be somebody's real address; use 192.0.2.0/24`)),
      ...[...text.matchAll(longAddress)]
        .filter(([found]) => isRoutableLong(found))
        .map(([found]) => warning(path, `${field}: ${found} may be somebody's real address; use 2001:db8::`)),
      ...[...text.matchAll(domain)].map(([found]) =>
        warning(path, `${field}: ${found} may be a real domain; use .example or .invalid`),
      ),
      ...[...text.matchAll(telephone)]
        .filter(([found]) => !isFictional(found))
        .map(([found]) => warning(path, `${field}: ${found} may be a real number; use +1-555-0100 to +1-555-0199`)),
    ];
  });
}

function walkDefaults({ placeholders }: Scenario) {
  return Object.entries(placeholders).map(([name, text]) => ({ path: ['placeholders', name], text }));
}

/** Private, loopback, link-local and documentation ranges lead nowhere. */
function isRoutable(match: RegExpExecArray): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255)) return false;
  const isPrivate =
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254);
  const isDocumentation =
    (a === 192 && b === 0 && c === 2) || (a === 198 && b === 51 && c === 100) || (a === 203 && b === 0 && c === 113);
  return !isPrivate && !isDocumentation;
}

/** Eight groups, or fewer with `::`; a time of day has neither. */
function isRoutableLong(found: string): boolean {
  const isAddress = found.includes('::') || found.split(':').length === 8;
  return isAddress && /^(?!2001:0?db8:)[23][\da-f]{3}:/i.test(found);
}

/** 555-0100 to 555-0199, with any area code or none. */
function isFictional(number: string): boolean {
  return /^(?:1?\d{3}|1)?55501\d\d$/.test(number.replace(/\D/g, ''));
}
