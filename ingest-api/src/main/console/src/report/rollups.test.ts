import { expect, test } from "vitest";
import type { Rollup } from "../api/resources";
import { linesOf } from "./rollups";

const rollup = (id: string, seconds: number, currency: string, amount: number) =>
  ({
    dimension_id: id,
    total_seconds: seconds,
    billable_seconds: seconds,
    amounts: [{ currency, amount }],
  }) as Rollup;

test("adds what belongs together, but never two currencies", () => {
  const lines = linesOf([
    rollup("api", 60, "EUR", 1),
    rollup("website", 100, "EUR", 2),
    rollup("api", 60, "USD", 4),
    rollup("api", 60, "EUR", 3),
  ]);
  expect(lines.map((line) => [line.id, line.seconds])).toEqual([
    ["api", 180],
    ["website", 100],
  ]);
  expect([...(lines[0]?.amounts ?? [])]).toEqual([
    ["EUR", 4],
    ["USD", 4],
  ]);
});
