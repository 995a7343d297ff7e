import { expect, test } from "vitest";
import { ID_PATTERN, newId } from "./newId";

test("makes an id of a name", () => {
  expect(newId("Website 2.0")).toBe("website-2-0");
  expect(newId("  Größe & Länge ")).toBe("grosse-lange");
  expect(newId("日本")).toBe("");
});

test("is never longer than an id may be, and fits its pattern", () => {
  const id = newId("a long name ".repeat(20));
  expect(id.length).toBeLessThanOrEqual(64);
  expect(id).toMatch(new RegExp(`^${ID_PATTERN}$`, "v"));
});
