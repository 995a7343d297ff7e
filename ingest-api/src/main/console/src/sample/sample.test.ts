import { expect, test } from "vitest";
import { sampleEntries } from "./entries";
import { TASKS } from "./people";

const people = ["u_member", "u_ana", "u_ben", "u_cem", "u_dora", "u_owner"];

test("is about 1,200 entries, and the same each time", () => {
  const entries = sampleEntries(people, "2026-11-30", "Europe/Berlin");
  expect(entries.length).toBeGreaterThan(900);
  expect(entries.length).toBeLessThan(1500);
  expect(sampleEntries(people, "2026-11-30", "Europe/Berlin")).toEqual(entries);
  expect(new Set(entries.map((entry) => entry.external_id)).size).toBe(entries.length);
});

test("has a project for each task", () => {
  expect(TASKS).toHaveLength(30);
});
