import { expect, test } from "vitest";
import type { Settings } from "../api/resources";
import { changesOf, type Draft, faultOf, patchOf } from "./changes";
import { SECTIONS } from "./fields";

const settings = {
  timezone: "Europe/Berlin",
  week_start_day: 1,
  rounding_minutes: 0,
  required_fields: ["project", "description"],
  require_description: false,
  auto_submit_dow: null,
  overtime_weekly_hours: 40,
  default_billable: true,
} as unknown as Settings;

function texts(draft: Draft): string[] {
  return changesOf(settings, draft).map(({ field, from, to }) => `${field.name}: ${from} → ${to}`);
}

test("nothing changes until something differs", () => {
  expect(changesOf(settings, {})).toEqual([]);
  expect(patchOf(settings, { week_start_day: 1, default_billable: true })).toEqual({});
  expect(patchOf(settings, { required_fields: ["description", "project"] })).toEqual({});
});

test("says in words what will change", () => {
  expect(texts({ rounding_minutes: 15, week_start_day: 0, default_billable: false })).toEqual([
    "week_start_day: Monday → Sunday",
    "default_billable: yes → no",
    "rounding_minutes: do not round → 15 minutes",
  ]);
  expect(texts({ auto_submit_dow: 5, overtime_weekly_hours: null, required_fields: [] })).toEqual([
    "required_fields: project, description → nothing",
    "auto_submit_dow: no day → Friday",
    "overtime_weekly_hours: 40 h → off",
  ]);
});

test("sends only the changes, and off as null", () => {
  const draft: Draft = { overtime_weekly_hours: null, timezone: "Europe/Berlin" };
  expect(patchOf(settings, draft)).toEqual({ overtime_weekly_hours: null });
});

test("what the older field requires is taken off with it", () => {
  const older = { ...settings, required_fields: [], require_description: true } as Settings;
  expect(patchOf(older, {})).toEqual({});
  expect(patchOf(older, { required_fields: ["project"] })).toEqual({
    required_fields: ["project"],
    require_description: false,
  });
});

test("a number is needed where it cannot be off", () => {
  const fields = SECTIONS.flatMap((section) => section.fields);
  const of = (name: string) => fields.find((field) => field.name === name) ?? fail(name);
  expect(faultOf(of("idle_minutes"), null)).toBeDefined();
  expect(faultOf(of("overtime_weekly_hours"), null)).toBeUndefined();
  expect(faultOf(of("default_currency"), "eur")).toBeDefined();
  expect(faultOf(of("default_currency"), "EUR")).toBeUndefined();
});

function fail(name: string): never {
  throw new Error(`no field ${name}`);
}
