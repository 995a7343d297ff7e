import { expect, test } from "vitest";
import { dayAt, instantMillis, instantOf, meaningOf, printAgo, wallTime } from "./zones";

test("sends the offset that the zone has at that time", () => {
  expect(instantOf("2026-06-08 09:00:00", "Europe/Berlin")).toBe("2026-06-08T09:00:00+02:00");
  expect(instantOf("2026-12-08 09:00:00", "Europe/Berlin")).toBe("2026-12-08T09:00:00+01:00");
});

test("knows times that exist twice", () => {
  expect(meaningOf("2026-10-25 02:30:00", "Europe/Berlin")).toEqual({
    kind: "twice",
    first: "2026-10-25T02:30:00+02:00",
    second: "2026-10-25T02:30:00+01:00",
  });
});

test("moves times that do not exist on, and says so", () => {
  expect(meaningOf("2026-03-29 02:30:00", "Europe/Berlin")).toEqual({
    kind: "skipped",
    instant: "2026-03-29T03:30:00+02:00",
    shown: "03:30",
  });
});

test("shows each moment of two years in every zone so that it can be typed back", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  for (const [index, zone] of zones.entries()) {
    for (let step = 0; step < 6; step++) {
      const millis = instantMillis("2025-01-01T00:00:00Z") + (index + step * 97) * 2_711_000 * 11;
      const wall = wallTime(millis, zone);
      const meaning = meaningOf(wall, zone);
      const meant = meaning.kind === "twice" ? [meaning.first, meaning.second] : [meaning.instant];
      expect(meant.map(instantMillis)).toContain(Math.floor(millis / 1000) * 1000);
    }
  }
});

test("a day begins at midnight of the zone", () => {
  expect(dayAt(instantMillis("2026-06-07T22:30:00Z"), "Europe/Berlin")).toBe("2026-06-08");
  expect(dayAt(instantMillis("2026-06-08T03:00:00Z"), "America/New_York")).toBe("2026-06-07");
});

test("says how long ago", () => {
  const now = instantMillis("2026-06-08T12:00:00Z");
  expect(printAgo("2026-06-08T11:57:00Z", now)).toBe("3 min ago");
  expect(printAgo("2026-06-20T12:00:00Z", now)).toBe("in 12 days");
});
