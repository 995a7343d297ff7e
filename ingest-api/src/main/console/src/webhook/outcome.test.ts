import { expect, test } from "vitest";
import { phasesOf, printOutcome } from "./outcome";

test("says what came back", () => {
  expect(printOutcome("http_5xx", 500)).toBe("500 · server error");
  expect(printOutcome("timeout", null)).toBe("time-out");
  expect(printOutcome(null, null)).toBe("in flight");
  expect(printOutcome("brand_new", 200)).toBe("200 · brand_new");
});

test("the first byte is counted from the start", () => {
  const times = { dns_ms: 2, connect_ms: 10, tls_ms: 20, first_byte_ms: 80, total_ms: 84 };
  expect(phasesOf(times).map(({ name, millis }) => `${name} ${millis}`)).toEqual([
    "dns 2",
    "connect 10",
    "TLS 20",
    "wait 48",
    "read 4",
  ]);
});

test("without an answer the rest was waiting", () => {
  const times = { dns_ms: 0, connect_ms: 1, tls_ms: 9, first_byte_ms: null, total_ms: 10_000 };
  expect(phasesOf(times).at(-1)).toEqual({ name: "wait", millis: 9990 });
});
