import { expect, test } from "vitest";
import { exportAddress } from "./exportAddress";

test("asks for what the page shows, and nothing else", () => {
  expect(exportAddress({ from: "2026-06-01", billable: false, tag: "a&b" })).toBe(
    "/api/v1/time-entries/export.csv?from=2026-06-01&billable=false&tag=a%26b",
  );
});
