import { expect, test } from "vitest";
import { check, headerOf, standardSignature } from "./signature";

const SECRET = "whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";
const SIGNED = {
  id: "evt_abc123",
  timestamp: "1777458180",
  body: '{"id":"evt_abc123","event":"timesheet.approved"}',
};
const HEADERS = {
  standard: "v1,b3RoZXI= v1,NW0AAR5n7ZxQYXLqnpaxj+QWCPi8bbx2E415rYDyVP4=",
  workestra: "sha256=026119b447ebe475dce39525b3afd2ff4b0d1198ca1cfbec996956d8c6013eec",
};

test("knows its own request by either header", async () => {
  expect(await check(SECRET, SIGNED, HEADERS)).toEqual({ standard: true, workestra: true });
});

test("refuses another body, and another secret", async () => {
  const changed = { ...SIGNED, body: `${SIGNED.body} ` };
  expect(await check(SECRET, changed, HEADERS)).toEqual({ standard: false, workestra: false });
  const other = await check("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SIGNED, HEADERS);
  expect(other).toEqual({ standard: false, workestra: false });
});

test("signs as the libraries of Standard Webhooks do", async () => {
  expect(
    await standardSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      timestamp: "1614265330",
      body: '{"test": 2432232314}',
    }),
  ).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("finds a header however it is written", () => {
  expect(headerOf({ "Webhook-Id": ["evt_1"] }, "webhook-id")).toBe("evt_1");
  expect(headerOf(null, "webhook-id")).toBe("");
});
