import { expect, test } from "vitest";
import { addDays, daysBetween, daysOf, isDay, printRange, weekday } from "./days";
import { daysOfWeek, isoWeek, rangeOf, weekOf } from "./weeks";

test("every day is in the week that begins on or before it, for all first days", () => {
  for (let weekStart = 0; weekStart < 7; weekStart++) {
    for (const day of daysOf("2023-12-20", "2025-01-20")) {
      const start = weekOf(day, weekStart);
      expect(weekday(start)).toBe(weekStart);
      expect(daysOfWeek(start)).toContain(day);
    }
  }
});

test("weeks around a change of the clock have seven days", () => {
  expect(daysOfWeek("2026-03-23").at(-1)).toBe("2026-03-29");
  expect(daysOfWeek("2026-10-19").at(-1)).toBe("2026-10-25");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
});

test("numbers weeks as ISO 8601 does, and only those of Mondays", () => {
  expect(isoWeek("2026-06-08")).toEqual({ year: 2026, week: 24 });
  expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 });
  expect(isoWeek("2026-12-28")).toEqual({ year: 2026, week: 53 });
  expect(isoWeek("2026-06-07")).toBeUndefined();
});

test("gives the ranges of reports", () => {
  expect(rangeOf("this-month", "2026-02-11", 1)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(rangeOf("last-month", "2026-01-31", 1)).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(rangeOf("this-quarter", "2026-11-30", 1)).toEqual({
    from: "2026-10-01",
    to: "2026-12-31",
  });
  expect(rangeOf("this-week", "2026-06-14", 0)).toEqual({ from: "2026-06-14", to: "2026-06-20" });
});

test("knows days from other texts", () => {
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2024-02-29")).toBe(true);
  expect(isDay("2026-6-1")).toBe(false);
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(printRange("2026-06-08", "2026-06-14")).toContain("June 2026");
});
