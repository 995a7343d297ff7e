import { expect, test } from "vitest";
import { webhook as search } from "../app/search";
import { deliveryParameters, filterCount, filterOf } from "./deliveryFilter";

const ZONE = "Europe/Berlin";

test("an address keeps what fits and drops the rest", () => {
  expect(
    search({
      state: "exhausted",
      event: "timer.started",
      code: "500",
      from: "2026-06-08",
      to: "never",
      delivery: "dlv_1",
      page: 3,
    }),
  ).toEqual({
    state: "exhausted",
    event: "timer.started",
    code: 500,
    from: "2026-06-08",
    delivery: "dlv_1",
  });
  expect(search({ state: "leased", code: 42 })).toEqual({});
});

test("days are those of the member's zone, the last one included", () => {
  expect(deliveryParameters({ from: "2026-03-28", to: "2026-03-29" }, ZONE)).toEqual({
    from: "2026-03-28T00:00:00+01:00",
    to: "2026-03-30T00:00:00+02:00",
  });
});

test("the id of an event is no parameter of the list", () => {
  expect(deliveryParameters({ id: "evt_1", code: 410 }, ZONE)).toEqual({ code: 410 });
});

test("an open delivery is no filter", () => {
  const filter = filterOf({ state: "held", delivery: "dlv_1", replay: "rpl_1" });
  expect(filter).toEqual({ state: "held" });
  expect(filterCount(filter)).toBe(1);
});
