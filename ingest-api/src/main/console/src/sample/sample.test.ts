import { expect, test } from "vitest";
import { sampleEntries } from "./entries";
import { memberOf } from "./fillWorkspace";
import { TASKS } from "./people";
import { type Call, fillSample } from "./sample";

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

interface Asked {
  method: string;
  path: string;
}

/** A workspace that has created so much of each batch. */
function workspace(created: number | undefined, asked: Asked[]): Call {
  return async (method, path) => {
    asked.push({ method, path });
    if (path === "/time-entries/batch") return { summary: { created } };
    return path.startsWith("/time/rates?") ? [{}] : [];
  };
}

const options = { owner: "u_owner", today: "2026-11-30", zone: "Europe/Berlin", weekStart: 1 };
const looksAtSheets = ({ path }: Asked) => path.startsWith("/timesheets?");

test("counts up to its end, without a member who was there before", async () => {
  const steps: [number, number][] = [];
  await fillSample(workspace(100, []), {
    ...options,
    progress: (done, all) => steps.push([done, all]),
  });
  expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
  expect(steps.every(([done, all]) => done <= all)).toBe(true);
});

test("leaves the sheets alone when everything was there, except after a try that broke off", async () => {
  const twice: Asked[] = [];
  await fillSample(workspace(0, twice), options);
  expect(twice.some(looksAtSheets)).toBe(false);
  const again: Asked[] = [];
  await fillSample(workspace(0, again), { ...options, isAnotherTry: true });
  expect(again.some(looksAtSheets)).toBe(true);
});

test("takes a plain member who is not of the sample", () => {
  const found = memberOf([
    { id: "u_owner", role: "owner" },
    { id: "u_ana", role: "member" },
    { id: "u_member", role: "member" },
  ]);
  expect(found?.id).toBe("u_member");
});
