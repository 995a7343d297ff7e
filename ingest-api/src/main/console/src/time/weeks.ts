import { addDays, type Day, daysBetween, firstOfMonth, weekday } from "./days";

/** The first day of the week that a day is in; weeks begin on `weekStart`, 0 for Sunday. */
export function weekOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekday(day) - weekStart + 7) % 7));
}

/** The seven days of a week. */
export function daysOfWeek(start: Day): Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(start, index));
}

/** The number that ISO 8601 gives a week; only weeks that begin on Monday have one. */
export function isoWeek(monday: Day): { year: number; week: number } | undefined {
  if (weekday(monday) !== 1) return undefined;
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const first = weekOf(`${year}-01-04`, 1);
  return { year, week: daysBetween(first, monday) / 7 + 1 };
}

/** The ranges that reports offer, by the names that their addresses use. */
export const RANGES = {
  today: "Today",
  yesterday: "Yesterday",
  "last-7": "Last 7 days",
  "this-week": "This week",
  "last-week": "Last week",
  "last-30": "Last 30 days",
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "this-year": "This year",
} as const;
export type RangeName = keyof typeof RANGES;

export function rangeOf(name: RangeName, today: Day, weekStart: number): { from: Day; to: Day } {
  const month = firstOfMonth(today);
  switch (name) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case "last-7":
      return { from: addDays(today, -6), to: today };
    case "this-week": {
      const start = weekOf(today, weekStart);
      return { from: start, to: addDays(start, 6) };
    }
    case "last-week": {
      const start = addDays(weekOf(today, weekStart), -7);
      return { from: start, to: addDays(start, 6) };
    }
    case "last-30":
      return { from: addDays(today, -29), to: today };
    case "this-month":
      return { from: month, to: endOfMonths(month, 1) };
    case "last-month": {
      const before = firstOfMonth(addDays(month, -1));
      return { from: before, to: addDays(month, -1) };
    }
    case "this-quarter": {
      const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      const start = `${today.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
      return { from: start, to: endOfMonths(start, 3) };
    }
    case "this-year":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}

function endOfMonths(first: Day, count: number): Day {
  let next = first;
  for (let month = 0; month < count; month++) next = firstOfMonth(addDays(next, 32));
  return addDays(next, -1);
}
