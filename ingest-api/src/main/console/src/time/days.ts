import { CalendarDate, parseDate } from "@internationalized/date";

/** A date without time or zone, as the API writes it: `2026-06-08`. Sorts as text. */
export type Day = string;

export function addDays(day: Day, count: number): Day {
  return parseDate(day).add({ days: count }).toString();
}

export function addMonths(day: Day, count: number): Day {
  return parseDate(day).add({ months: count }).toString();
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function lastOfMonth(day: Day): Day {
  return addDays(addMonths(firstOfMonth(day), 1), -1);
}

/** 0 is Sunday, as `week_start_day` counts. */
export function weekday(day: Day): number {
  return utc(day).getUTCDay();
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** Every day from one to another, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

export function isDay(text: unknown): text is Day {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return parseDate(text) instanceof CalendarDate;
  } catch {
    return false;
  }
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    formats.set(key, found);
  }
  return found;
}

/** `Mon` */
export function printWeekday(day: Day): string {
  return format({ weekday: "short" }).format(utc(day));
}

/** `8 Jun` */
export function printShortDay(day: Day): string {
  return format({ day: "numeric", month: "short" }).format(utc(day));
}

/** `Mon 8 Jun 2026` */
export function printDay(day: Day): string {
  return format({ weekday: "short", day: "numeric", month: "short", year: "numeric" })
    .format(utc(day))
    .replace(",", "");
}

/** `8 – 14 June 2026`; what both ends share stands once. */
export function printRange(from: Day, to: Day): string {
  return format({ day: "numeric", month: "long", year: "numeric" })
    .formatRange(utc(from), utc(to))
    .replace("–", "–");
}

/** `June 2026` */
export function printMonth(day: Day): string {
  return format({ month: "long", year: "numeric" }).format(utc(day));
}
