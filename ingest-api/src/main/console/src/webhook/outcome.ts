import type { DeliveryAttempt } from "../api/resources";

type Outcome = NonNullable<DeliveryAttempt["outcome"]>;

const TEXTS: Record<Outcome, string> = {
  delivered: "delivered",
  http_4xx: "refused",
  http_429: "asked to slow down",
  http_5xx: "server error",
  redirect: "redirected, not followed",
  timeout: "time-out",
  dns: "name not found",
  refused: "connection refused",
  reset: "connection broke",
  tls: "certificate or TLS failed",
  blocked_address: "address not allowed",
  response_invalid: "answer not understood",
  interrupted: "interrupted, done again",
  proxy_fault: "proxy failed",
};

/** `500 · server error`, `time-out` */
export function printOutcome(outcome: string | null, code: number | null): string {
  const text = outcome === null ? "in flight" : (TEXTS[outcome as Outcome] ?? outcome);
  return code === null ? text : `${code} · ${text}`;
}

export function isSuccess(outcome: string | null): boolean {
  return outcome === "delivered";
}

export interface Phase {
  name: string;
  millis: number;
}

type Times = Pick<
  DeliveryAttempt,
  "dns_ms" | "connect_ms" | "tls_ms" | "first_byte_ms" | "total_ms"
>;

/**
 * Where the time of a call went, without what took none. The first byte is counted from the start;
 * where none came, the rest was waiting.
 */
export function phasesOf(attempt: Times): Phase[] {
  const total = attempt.total_ms ?? 0;
  const before = (attempt.dns_ms ?? 0) + (attempt.connect_ms ?? 0) + (attempt.tls_ms ?? 0);
  const firstByte = attempt.first_byte_ms ?? total;
  return [
    { name: "dns", millis: attempt.dns_ms ?? 0 },
    { name: "connect", millis: attempt.connect_ms ?? 0 },
    { name: "TLS", millis: attempt.tls_ms ?? 0 },
    { name: "wait", millis: firstByte - before },
    { name: "read", millis: total - firstByte },
  ].filter((phase) => phase.millis > 0);
}
