import { expect, test } from "vitest";
import { isLate, lateMillis, printLate, printMillis, printUntil } from "./lateness";

test("an attempt is as late as it began after its time", () => {
  const late = lateMillis({
    scheduled_for: "2026-06-08T10:05:00.000Z",
    started_at: "2026-06-08T12:05:00.012+02:00",
  });
  expect(late).toBe(12);
  expect(isLate(late)).toBe(false);
  expect(printLate(late)).toBe("+12 ms");
});

test("is never early", () => {
  expect(
    lateMillis({ scheduled_for: "2026-06-08T10:05:01Z", started_at: "2026-06-08T10:05:00Z" }),
  ).toBe(0);
});

test("prints lengths as people read them", () => {
  expect([84, 9960, 10_000, 200_000].map(printMillis)).toEqual([
    "84 ms",
    "10.0 s",
    "10.0 s",
    "3 min",
  ]);
});

test("counts down", () => {
  expect([-5, 0, 900, 252_000, 7_260_000].map(printUntil)).toEqual([
    "now",
    "now",
    "0:01",
    "4:12",
    "2 h 1 min",
  ]);
});
