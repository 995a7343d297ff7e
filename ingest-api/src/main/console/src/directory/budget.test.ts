import { expect, test } from "vitest";
import { budgetOf, printRatio } from "./budget";

const tracked = (hours: number) => ({ tracked_seconds: hours * 3600 });

test("warns before the plan is used up, and says when it is", () => {
  expect(budgetOf(tracked(10), 100)).toMatchObject({ ratio: 0.1, tone: "ok" });
  expect(budgetOf(tracked(80), 100)).toMatchObject({ ratio: 0.8, tone: "warn" });
  expect(budgetOf(tracked(100), 100)).toMatchObject({ ratio: 1, tone: "warn" });
  expect(budgetOf(tracked(101), 100)).toMatchObject({ tone: "bad" });
});

test("only counts without a plan, and survives one of no hours", () => {
  expect(budgetOf(tracked(2), null)).toEqual({
    seconds: 7200,
    plannedHours: undefined,
    ratio: undefined,
    tone: undefined,
  });
  expect(budgetOf(undefined, 0)).toMatchObject({ ratio: 0, tone: "ok" });
  expect(budgetOf(tracked(1), 0).tone).toBe("bad");
});

test("prints what part that is", () => {
  expect(printRatio(0.774)).toBe("77 %");
  expect(printRatio(Number.POSITIVE_INFINITY)).toBe("over");
});
