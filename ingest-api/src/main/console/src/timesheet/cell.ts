import type { TimeEntry, TimeEntryCreate } from "../api/resources";
import type { Day } from "../time/days";
import { DAY_SECONDS, parseDuration } from "../time/durations";
import { instantOf } from "../time/zones";
import { type RowWork, secondsOf } from "./rows";

/** What typing into a cell means for its entries. */
export type CellWrite =
  | { kind: "nothing" }
  | { kind: "create"; entry: TimeEntryCreate }
  | { kind: "update"; entry: TimeEntry; seconds: number }
  | { kind: "delete"; entries: TimeEntry[] }
  /** Somebody must say which entry becomes shorter. */
  | { kind: "ask"; entries: TimeEntry[]; missing: number }
  | { kind: "refused"; reason: string };

interface Cell {
  work: RowWork;
  day: Day;
  entries: readonly TimeEntry[];
  userId: string;
  zone: string;
}

/** Decides what is written. Clock times that somebody measured are never moved. */
export function cellWrite(cell: Cell, text: string): CellWrite {
  const entries = cell.entries.filter((entry) => entry.status !== "running");
  const before = secondsOf(entries);
  const typed = parseDuration(text);
  switch (typed.kind) {
    case "refused":
      return { kind: "refused", reason: typed.reason };
    case "clock":
      return {
        kind: "create",
        entry: {
          ...common(cell),
          started_at: instantOf(`${cell.day} ${typed.from}:00`, cell.zone),
          ended_at: instantOf(`${cell.day} ${typed.to}:00`, cell.zone),
        },
      };
    case "nothing":
      return entries.length === 0 ? { kind: "nothing" } : { kind: "delete", entries };
    case "change":
      return becomes(cell, entries, before, before + typed.seconds);
    case "duration":
      return becomes(cell, entries, before, typed.seconds);
  }
}

function becomes(cell: Cell, entries: TimeEntry[], before: number, after: number): CellWrite {
  if (after < 0) return { kind: "refused", reason: "is less than nothing" };
  if (after > DAY_SECONDS) return { kind: "refused", reason: "lasts at most 24 hours" };
  if (after === before) return { kind: "nothing" };
  if (after === 0) return { kind: "delete", entries };
  const [only, ...others] = entries;
  if (only && others.length === 0 && only.started_at === null) {
    return { kind: "update", entry: only, seconds: after };
  }
  if (after > before) {
    return {
      kind: "create",
      entry: { ...common(cell), log_date: cell.day, duration_seconds: after - before },
    };
  }
  return { kind: "ask", entries, missing: before - after };
}

function common(cell: Cell): TimeEntryCreate {
  return { ...cell.work, user_id: cell.userId, timezone: cell.zone };
}
