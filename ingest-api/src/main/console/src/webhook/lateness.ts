import type { DeliveryAttempt } from "../api/resources";
import { instantMillis } from "../time/zones";

const LATE_MILLIS = 1000;
const SECOND = 1000;
const MINUTE = 60_000;

/** How long after its time an attempt began. */
export function lateMillis(attempt: Pick<DeliveryAttempt, "scheduled_for" | "started_at">): number {
  return Math.max(0, instantMillis(attempt.started_at) - instantMillis(attempt.scheduled_for));
}

export function isLate(millis: number): boolean {
  return millis >= LATE_MILLIS;
}

/** `+12 ms`, `+1.2 s`, `+3 min` */
export function printLate(millis: number): string {
  return `+${printMillis(millis)}`;
}

/** `84 ms`, `10.0 s`, `3 min` */
export function printMillis(millis: number): string {
  if (millis < SECOND) return `${Math.round(millis)} ms`;
  if (millis < MINUTE) return `${(millis / SECOND).toFixed(1)} s`;
  return `${Math.floor(millis / MINUTE)} min`;
}

/** `4:12` until then, and `now` once it is due. */
export function printUntil(millis: number): string {
  if (millis <= 0) return "now";
  const seconds = Math.ceil(millis / SECOND);
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
