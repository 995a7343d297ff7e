import { expect, test } from "vitest";
import { addressOf } from "./signInAddress";

test("takes the server's link, else makes one of the code", () => {
  const secret = "tlc_1_a";
  expect(addressOf({ url: "https://a/console/enter#tlc_1_a", secret }, "http://b")).toBe(
    "https://a/console/enter#tlc_1_a",
  );
  expect(addressOf({ url: null, secret }, "http://b")).toBe("http://b/console/enter#tlc_1_a");
  expect(addressOf({ url: null, secret: null }, "http://b")).toBeUndefined();
});
