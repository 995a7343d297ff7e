import { expect, test } from "vitest";
import { ApiProblem } from "./problem";
import { write } from "./write";

interface Sent {
  headers: Record<string, string>;
}

/** Answers in turn, and remembers what was sent and how long was waited. */
function server(...answers: (Response | "silence")[]) {
  const sent: Sent[] = [];
  const waited: number[] = [];
  return {
    sent,
    waited,
    wait: async (millis: number) => {
      waited.push(millis);
    },
    attempt: async (headers: Record<string, string>) => {
      sent.push({ headers });
      const response = answers.shift();
      if (response === undefined || response === "silence") throw new TypeError("failed");
      const body = response.status === 204 ? undefined : await response.json();
      return response.ok ? { data: body, response } : { error: body, response };
    },
  };
}

const refusal = (status: number, code: string, headers = {}) =>
  Response.json({ error: { code, message: code, request_id: "req_1" } }, { status, headers });

test("sends one intent with one key until it is answered", async () => {
  const api = server(
    "silence",
    refusal(503, "log_unavailable"),
    Response.json({ data: { id: 1 } }),
  );
  expect(await write(api.attempt, { wait: api.wait })).toEqual({ id: 1 });
  expect(new Set(api.sent.map((sent) => sent.headers["Idempotency-Key"])).size).toBe(1);
  expect(api.waited).toEqual([1000, 2000]);
});

test("waits as long as the server asks", async () => {
  const api = server(
    refusal(429, "rate_limit_exceeded", { "Retry-After": "7" }),
    Response.json({ data: 1 }),
  );
  await write(api.attempt, { wait: api.wait });
  expect(api.waited).toEqual([7000]);
});

test("gives up after five tries", async () => {
  const api = server();
  await expect(write(api.attempt, { wait: api.wait })).rejects.toMatchObject({ code: "no_answer" });
  expect(api.sent).toHaveLength(5);
});

test("does not repeat what was refused", async () => {
  const api = server(refusal(409, "timesheet_locked"));
  await expect(write(api.attempt, { wait: api.wait })).rejects.toBeInstanceOf(ApiProblem);
  expect(api.sent).toHaveLength(1);
});

test("names the version that was edited", async () => {
  const api = server(Response.json({ data: 1 }));
  await write(api.attempt, { version: 3, wait: api.wait });
  expect(api.sent[0]?.headers["If-Match"]).toBe('"3"');
});

test("takes what will be done later for an answer", async () => {
  const api = server(Response.json({ data: { id: "dlv_1", status: "pending" } }, { status: 202 }));
  expect(await write(api.attempt, { wait: api.wait })).toMatchObject({ id: "dlv_1" });
  expect(api.sent).toHaveLength(1);
});
