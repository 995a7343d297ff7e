import { expect, test } from "vitest";
import type { TimeEntry } from "../api/resources";
import { draftOf, emptyDraft, patchOf, timesOf } from "./entryDraft";

const ZONE = "Europe/Berlin";
const day = { ...emptyDraft("2026-06-08", true) };
const entry = {
  id: "te_1",
  description: "Mail",
  project_id: "website",
  task_id: null,
  entity_type: "internal",
  tags: [],
  billable: true,
  status: "draft",
  log_date: "2026-06-08",
  started_at: "2026-06-08T07:00:00Z",
  ended_at: "2026-06-08T08:30:00Z",
  duration_seconds: 5400,
} as unknown as TimeEntry;

test("clock times go before a duration, and past midnight means the next day", () => {
  expect(timesOf({ ...day, from: "22:00", to: "01:00", duration: "5" }, ZONE)).toEqual({
    started_at: "2026-06-08T22:00:00+02:00",
    ended_at: "2026-06-09T01:00:00+02:00",
  });
});

test("a duration alone invents no clock times", () => {
  expect(timesOf({ ...day, duration: "2.5" }, ZONE)).toEqual({
    log_date: "2026-06-08",
    duration_seconds: 9000,
  });
});

test("a beginning and a duration give the end", () => {
  expect(timesOf({ ...day, from: "09:00", duration: "1:30" }, ZONE)).toEqual({
    started_at: "2026-06-08T09:00:00+02:00",
    ended_at: "2026-06-08T08:30:00.000Z",
  });
});

test("nothing is no time", () => {
  expect(timesOf(day, ZONE)).toHaveProperty("refused");
  expect(timesOf({ ...day, duration: "25:00" }, ZONE)).toEqual({
    refused: "lasts at most 24 hours",
  });
});

test("an edit sends only what differs", () => {
  const draft = draftOf(entry, ZONE);
  expect(draft).toMatchObject({ from: "09:00", to: "10:30", duration: "1:30" });
  expect(patchOf(entry, draft, ZONE)).toEqual({});
  expect(patchOf(entry, { ...draft, description: "Post" }, ZONE)).toEqual({ description: "Post" });
  expect(patchOf(entry, { ...draft, to: "11:00" }, ZONE)).toEqual({
    started_at: "2026-06-08T09:00:00+02:00",
    ended_at: "2026-06-08T11:00:00+02:00",
  });
});

test("an entry of another system stays on its ticket when its project changes", () => {
  const ticket = { ...entry, entity_type: "ticket", entity_id: "T-1" } as TimeEntry;
  const draft = draftOf(ticket, ZONE);
  expect(patchOf(ticket, { ...draft, work: { project_id: "api", task_id: null } }, ZONE)).toEqual({
    project_id: "api",
    task_id: null,
  });
});
