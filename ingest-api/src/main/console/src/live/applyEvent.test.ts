import { beforeEach, expect, test } from "vitest";
import { applied, type EntryFilter } from "../api/entries";
import { queryClient } from "../api/queryClient";
import type { Change, TimeEntry } from "../api/resources";
import { applyChange } from "./applyEvent";

const week: EntryFilter = { from: "2026-06-08", to: "2026-06-14", user_id: "u_max" };

function entry(id: string, sequence: number, changes: Partial<TimeEntry> = {}): TimeEntry {
  return {
    id,
    sequence,
    user_id: "u_max",
    log_date: "2026-06-08",
    status: "draft",
    tags: [],
    deleted_at: null,
    ...changes,
  } as TimeEntry;
}

function event(data: TimeEntry, type = "time_entry.updated"): Change {
  return { id: `evt_${data.sequence}`, event: type, data, sequence: data.sequence } as never;
}

/** A random walk of three entries: made, moved out of the week and back, deleted, restored. */
const history: TimeEntry[] = Array.from({ length: 60 }, (_, index) =>
  entry(`te_${index % 3}`, index + 1, {
    log_date: index % 7 === 3 ? "2026-07-01" : "2026-06-09",
    deleted_at: index % 11 === 5 ? "2026-06-09T10:00:00Z" : null,
    description: `state ${index}`,
  }),
);

beforeEach(() => queryClient.clear());

test("shows the same in whatever order and however often events come", () => {
  const last = history.slice(-3).filter((one) => one.deleted_at === null);
  const inWeek = last.filter((one) => one.log_date === "2026-06-09");
  for (let round = 0; round < 50; round++) {
    // Ids of each round are new, because the newest state of an entry is remembered.
    const states = history.map((one) => ({ ...one, id: `${one.id}_${round}` }));
    const shuffled = [...states, ...states.filter((_, index) => index % 4 === 0)]
      .map((state) => ({ state, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ state }) => state);
    queryClient.setQueryData(["entries", week], []);
    for (const state of shuffled) applyChange(event(state), "u_max");
    const shown = queryClient.getQueryData<TimeEntry[]>(["entries", week]) ?? [];
    expect(new Set(shown.map((one) => one.sequence))).toEqual(
      new Set(inWeek.map((one) => one.sequence)),
    );
  }
});

test("drops what no longer fits the list, and adds what begins to fit", () => {
  const list = applied(week, [], entry("te_1", 1));
  expect(list).toHaveLength(1);
  expect(applied(week, list, entry("te_1", 2, { user_id: "u_ana" }))).toHaveLength(0);
  expect(applied({ tag: "mail" }, [], entry("te_1", 3, { tags: ["mail"] }))).toHaveLength(1);
});

test("ends the running timer only by its own entry", () => {
  const running = entry("te_1", 5, { status: "running" });
  applyChange(event(running, "timer.started"), "u_max");
  expect(queryClient.getQueryData(["timer"])).toMatchObject({ id: "te_1" });
  applyChange(event(entry("te_2", 6), "time_entry.created"), "u_max");
  expect(queryClient.getQueryData(["timer"])).toMatchObject({ id: "te_1" });
  applyChange(event(entry("te_1", 7), "timer.stopped"), "u_max");
  expect(queryClient.getQueryData(["timer"])).toBeNull();
});
