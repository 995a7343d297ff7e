import { expect, test } from "vitest";
import { pasted } from "./paste";

test("reads what spreadsheets copy, and leaves empty cells alone", () => {
  expect(pasted("1\t2:30\r\n\t0,5\r\n")).toEqual([
    { down: 0, right: 0, value: "1" },
    { down: 0, right: 1, value: "2:30" },
    { down: 1, right: 1, value: "0,5" },
  ]);
});
