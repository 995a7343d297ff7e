import { expect, test } from "vitest";
import type { TimeEntry } from "../api/resources";
import { cellWrite } from "./cell";
import { type RowWork, rowsOf, workOf } from "./rows";

const work: RowWork = {
  entity_type: "internal",
  entity_id: null,
  project_id: "website",
  task_id: null,
  description: null,
  billable: true,
};

function entry(seconds: number, changes: Partial<TimeEntry> = {}): TimeEntry {
  return {
    ...work,
    id: `te_${seconds}`,
    status: "draft",
    started_at: null,
    duration_seconds: seconds,
    log_date: "2026-06-08",
    ...changes,
  } as TimeEntry;
}

const typed = (text: string, ...entries: TimeEntry[]) =>
  cellWrite({ work, day: "2026-06-08", entries, userId: "u_max", zone: "Europe/Berlin" }, text);

test("an empty cell gets an entry without clock times", () => {
  expect(typed("2.5")).toEqual({
    kind: "create",
    entry: {
      ...work,
      user_id: "u_max",
      timezone: "Europe/Berlin",
      log_date: "2026-06-08",
      duration_seconds: 9000,
    },
  });
  expect(typed("")).toEqual({ kind: "nothing" });
});

test("an entry that is alone and has no clock times changes exactly", () => {
  const only = entry(3600);
  expect(typed("2:07", only)).toEqual({ kind: "update", entry: only, seconds: 7620 });
  expect(typed("+:15", only)).toEqual({ kind: "update", entry: only, seconds: 4500 });
  expect(typed("1", only)).toEqual({ kind: "nothing" });
});

test("more than what was measured becomes an entry of the difference", () => {
  const measured = entry(3600, { started_at: "2026-06-08T07:00:00Z" });
  expect(typed("1:30", measured)).toMatchObject({
    kind: "create",
    entry: { duration_seconds: 1800 },
  });
  expect(typed("3", entry(3600), entry(1800))).toMatchObject({
    kind: "create",
    entry: { duration_seconds: 5400 },
  });
});

test("less than what was measured asks which entry is meant", () => {
  const measured = entry(3600, { started_at: "2026-06-08T07:00:00Z" });
  expect(typed("0:30", measured)).toEqual({ kind: "ask", entries: [measured], missing: 1800 });
});

test("a timer that runs neither counts nor blocks", () => {
  const running = entry(0, { status: "running", started_at: "2026-06-08T07:00:00Z" });
  expect(typed("1", running)).toMatchObject({ kind: "create", entry: { duration_seconds: 3600 } });
});

test("clock times make an entry with them", () => {
  expect(typed("9-11:30")).toMatchObject({
    kind: "create",
    entry: { started_at: "2026-06-08T09:00:00+02:00", ended_at: "2026-06-08T11:30:00+02:00" },
  });
});

test("an emptied cell deletes, and nonsense is refused", () => {
  const only = entry(3600);
  expect(typed("", only)).toEqual({ kind: "delete", entries: [only] });
  expect(typed("0", only)).toEqual({ kind: "delete", entries: [only] });
  expect(typed("-2", only)).toEqual({ kind: "refused", reason: "is less than nothing" });
  expect(typed("25:00")).toEqual({ kind: "refused", reason: "lasts at most 24 hours" });
});

test("rows are told apart by project, task and billable, and empty ones stay", () => {
  const rows = rowsOf(
    [entry(60), entry(120), entry(60, { billable: false })],
    [workOf(entry(60)), { ...work, project_id: "api" }],
  );
  expect(rows).toHaveLength(3);
  expect(
    rows
      .find((row) => row.work.billable && row.work.project_id === "website")
      ?.cells.get("2026-06-08"),
  ).toHaveLength(2);
});
