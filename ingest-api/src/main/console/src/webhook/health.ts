import type { Delivery, Webhook } from "../api/resources";
import { instantMillis } from "../time/zones";

export interface Health {
  /** Of those that ended by themselves. */
  ended: number;
  delivered: number;
  held: number;
  /** How long the oldest one is due; nothing if none is. */
  dueMillis: number | undefined;
}

/** What the last deliveries say of an endpoint. Tests do not count. */
export function healthOf(deliveries: readonly Delivery[], now: number): Health {
  const real = deliveries.filter((delivery) => delivery.trigger !== "test");
  const due = real
    .filter((delivery) => delivery.state === "pending" && delivery.next_attempt_at !== null)
    .map((delivery) => now - instantMillis(delivery.next_attempt_at ?? ""))
    .filter((millis) => millis > 0);
  const count = (...states: Delivery["state"][]) =>
    real.filter((delivery) => states.includes(delivery.state)).length;
  return {
    ended: count("delivered", "failed_permanent", "exhausted"),
    delivered: count("delivered"),
    held: count("held"),
    dueMillis: due.length > 0 ? Math.max(...due) : undefined,
  };
}

/** `99.2 %`; never rounded up to all. */
export function printShare({ ended, delivered }: Health): string {
  if (ended === 0) return "–";
  const tenths = Math.floor((delivered * 1000) / ended);
  return tenths % 10 === 0 ? `${tenths / 10} %` : `${(tenths / 10).toFixed(1)} %`;
}

export type Tone = "ok" | "warn" | "bad" | undefined;

export function toneOf({ ended, delivered }: Health): Tone {
  if (ended === 0) return undefined;
  const share = delivered / ended;
  if (share >= 0.99) return "ok";
  return share >= 0.9 ? "warn" : "bad";
}

const OFF_TEXTS: Record<NonNullable<Webhook["disabled_reason"]>, string> = {
  paused: "Paused",
  gone: "Switched off: it answered 410 Gone",
  failing: "Switched off: it failed for too long",
  asked: "Switched off: it asked for that",
};

/** The name of the badge, and what it says. */
export function stateOf(webhook: Pick<Webhook, "enabled" | "disabled_reason">): {
  state: "on" | "off" | "paused";
  label: string;
} {
  if (webhook.enabled) return { state: "on", label: "On" };
  const reason = webhook.disabled_reason ?? "paused";
  return { state: reason === "paused" ? "paused" : "off", label: OFF_TEXTS[reason] };
}
