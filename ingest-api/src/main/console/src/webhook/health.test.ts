import { expect, test } from "vitest";
import type { Delivery } from "../api/resources";
import { healthOf, printShare, stateOf, toneOf } from "./health";

const NOW = Date.parse("2026-06-08T10:00:00Z");

function delivery(state: Delivery["state"], more: Partial<Delivery> = {}): Delivery {
  return { state, trigger: "event", next_attempt_at: null, ...more } as Delivery;
}

test("tells the share of those that ended, without tests", () => {
  const health = healthOf(
    [
      delivery("delivered"),
      delivery("delivered"),
      delivery("exhausted"),
      delivery("exhausted", { trigger: "test" }),
      delivery("held"),
      delivery("cancelled"),
    ],
    NOW,
  );
  expect(health).toEqual({ ended: 3, delivered: 2, held: 1, dueMillis: undefined });
  expect(printShare(health)).toBe("66.6 %");
  expect(toneOf(health)).toBe("bad");
});

test("never rounds up to all", () => {
  const health = { ended: 4120, delivered: 4119, held: 0, dueMillis: undefined };
  expect(printShare(health)).toBe("99.9 %");
  expect(printShare({ ...health, delivered: 4120 })).toBe("100 %");
  expect(printShare({ ...health, ended: 0, delivered: 0 })).toBe("–");
});

test("finds the one that is due for longest; a retry that waits is not due", () => {
  const health = healthOf(
    [
      delivery("pending", { next_attempt_at: "2026-06-08T09:59:58Z" }),
      delivery("pending", { next_attempt_at: "2026-06-08T09:59:50Z" }),
      delivery("pending", { next_attempt_at: "2026-06-08T10:05:00Z" }),
    ],
    NOW,
  );
  expect(health.dueMillis).toBe(10_000);
});

test("says why an endpoint is off", () => {
  expect(stateOf({ enabled: true, disabled_reason: null })).toEqual({ state: "on", label: "On" });
  expect(stateOf({ enabled: false, disabled_reason: "paused" }).state).toBe("paused");
  expect(stateOf({ enabled: false, disabled_reason: "gone" }).label).toContain("410");
});
