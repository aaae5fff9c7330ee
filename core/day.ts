import { Temporal } from 'temporal-polyfill';
import { longDate, monthNames } from './local-time.ts';

/** `day`: `2026-11-29`, also where it was typed as 29.11.2026, 29 Nov 2026, Nov 29, 2026 or 29/11/2026. */
export type Day = { readonly day: string; readonly problem: null } | { readonly day: null; readonly problem: string };

const mostQuoted = 24;
const pattern = 'Write it as 2026-11-29 or 29 Nov 2026.';

const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const glued = /^(\d{4})(\d{2})(\d{2})$/;
/** With points the day stands first wherever they are used; with strokes it depends on the country. */
const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const eitherFirst = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/;
const dayAndName = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([a-z]{3,9})[\s.,-]*(\d{4})$/i;
const nameAndDay = /^([a-z]{3,9})[\s.-]*(\d{1,2})(?:st|nd|rd|th)?[\s,.-]+(\d{4})$/i;
const shortYear = /^\d{1,2}([-./])\d{1,2}\1\d{2}$/;

/** What somebody typed as a day, in any order that can be read in one way only. */
export function readDay(text: string): Day {
  const typed = text.trim();
  if (typed === '') return refuse('Write a day, such as 2026-11-29 or 29 Nov 2026.');
  const [, iso, , isoMonth, isoDay] = yearFirst.exec(typed) ?? [];
  if (iso) return settle(iso, isoMonth, isoDay);
  const [, year, month, day] = glued.exec(typed) ?? [];
  if (year) return settle(year, month, day);
  const [, pointDay, pointMonth, pointYear] = dayFirst.exec(typed) ?? [];
  if (pointYear) return settle(pointYear, pointMonth, pointDay);
  return (
    readStrokes(typed) ??
    readNamed(typed) ??
    refuse(`${quote(typed)} is no day that can be read. ${tellPattern(typed)}`)
  );
}

function readStrokes(typed: string): Day | null {
  const [, first, , second, year] = eitherFirst.exec(typed) ?? [];
  if (!year) return null;
  const [asDayFirst, asMonthFirst] = [settle(year, second, first), settle(year, first, second)];
  if (asDayFirst.day === null) return asMonthFirst.day === null && Number(second) <= 12 ? asDayFirst : asMonthFirst;
  if (asMonthFirst.day === null || asMonthFirst.day === asDayFirst.day) return asDayFirst;
  const [one, other] = [asDayFirst.day, asMonthFirst.day];
  return refuse(`${typed} can be ${longDate(one)} or ${longDate(other)}. Write ${one} or ${other}.`);
}

function readNamed(typed: string): Day | null {
  const [, day, name, year] = dayAndName.exec(typed) ?? [];
  const [, otherName, otherDay, otherYear] = nameAndDay.exec(typed) ?? [];
  const month = findMonth(name ?? otherName);
  return month === null ? null : settle(year ?? otherYear, month, day ?? otherDay);
}

/** By its first letters, three or more. */
function findMonth(name: string | undefined): string | null {
  const begun = name?.toLowerCase();
  const at = begun ? monthNames.findIndex((month) => month.toLowerCase().startsWith(begun)) : -1;
  return at < 0 ? (begun === 'sept' ? '9' : null) : String(at + 1);
}

function settle(year = '', month = '', day = ''): Day {
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return refuse(`There is no month ${Number(month)}. ${pattern}`);
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) });
  if (Number(day) < 1 || Number(day) > daysInMonth)
    return refuse(`There is no ${Number(day)} ${name} ${year}: the month has ${daysInMonth} days.`);
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, problem: null };
}

const quote = (typed: string) => (typed.length > mostQuoted ? 'This' : typed);
const tellPattern = (typed: string) =>
  shortYear.test(typed) ? 'Write the year with four digits, such as 2026-11-29.' : pattern;
const refuse = (problem: string): Day => ({ day: null, problem });
