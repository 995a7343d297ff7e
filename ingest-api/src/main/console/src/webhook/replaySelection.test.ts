import { expect, test } from "vitest";
import { isNamedOneByOne, replayBody, statesOf, USUAL_STATES } from "./replaySelection";

test("takes what did not arrive, unless the list shows one state", () => {
  expect(statesOf({})).toEqual(USUAL_STATES);
  expect(statesOf({ state: "delivered" })).toEqual(["delivered"]);
  expect(statesOf({ state: "pending" })).toEqual([]);
});

test("sends the filter of the list", () => {
  expect(
    replayBody({ event: "timer.started", from: "2026-06-08" }, ["held"], 20, "Europe/Berlin"),
  ).toEqual({
    states: ["held"],
    events: ["timer.started"],
    from: "2026-06-08T00:00:00+02:00",
    rate_per_second: 20,
  });
});

test("names deliveries where the API has no such filter", () => {
  expect(isNamedOneByOne({ code: 500 })).toBe(true);
  expect(isNamedOneByOne({ id: "evt_1" })).toBe(true);
  expect(isNamedOneByOne({ state: "held" })).toBe(false);
});
