import type { TimeEntry, TimeEntryCreate, TimeEntryPatch } from "../api/resources";
import type { Day } from "../time/days";
import { addDays } from "../time/days";
import { parseDuration, printDuration } from "../time/durations";
import { instantMillis, instantOf, instantOfMillis, wallTime } from "../time/zones";
import { type Work, workFields } from "./work";

/** An entry as a form holds it: texts, until they are read. */
export interface EntryDraft {
  description: string;
  work: Work;
  tags: string[];
  billable: boolean;
  day: Day;
  /** `09:30`, or empty for time without a clock. */
  from: string;
  to: string;
  duration: string;
}

export function draftOf(entry: TimeEntry, zone: string): EntryDraft {
  return {
    description: entry.description ?? "",
    work: { project_id: entry.project_id, task_id: entry.task_id },
    tags: entry.tags,
    billable: entry.billable,
    day: entry.log_date,
    from: entry.started_at ? wallTime(entry.started_at, zone).slice(11, 16) : "",
    to: entry.ended_at ? wallTime(entry.ended_at, zone).slice(11, 16) : "",
    duration: entry.status === "running" ? "" : printDuration(entry.duration_seconds),
  };
}

export function emptyDraft(day: Day, billable: boolean): EntryDraft {
  return {
    description: "",
    work: { project_id: null, task_id: null },
    tags: [],
    billable,
    day,
    from: "",
    to: "",
    duration: "",
  };
}

type Times = { started_at: string; ended_at: string } | { log_date: Day; duration_seconds: number };

/** The times of a draft as the API takes them, or why they are none. */
export function timesOf(draft: EntryDraft, zone: string): Times | { refused: string } {
  if (draft.from && draft.to) {
    const endDay = draft.to <= draft.from ? addDays(draft.day, 1) : draft.day;
    return {
      started_at: instantOf(`${draft.day} ${draft.from}:00`, zone),
      ended_at: instantOf(`${endDay} ${draft.to}:00`, zone),
    };
  }
  const typed = parseDuration(draft.duration);
  if (typed.kind === "refused") return { refused: typed.reason };
  if (typed.kind === "clock") {
    return timesOf({ ...draft, from: typed.from, to: typed.to }, zone);
  }
  if (typed.kind !== "duration" || typed.seconds === 0) {
    return { refused: "Give a duration, or when it began and ended" };
  }
  if (draft.from) {
    const start = instantOf(`${draft.day} ${draft.from}:00`, zone);
    const end = instantOfMillis(instantMillis(start) + typed.seconds * 1000);
    return { started_at: start, ended_at: end };
  }
  return { log_date: draft.day, duration_seconds: typed.seconds };
}

export function creationOf(
  draft: EntryDraft,
  times: Times,
  user: string,
  zone: string,
): TimeEntryCreate {
  return {
    user_id: user,
    ...workFields(draft.work),
    description: draft.description.trim() || null,
    tags: draft.tags,
    billable: draft.billable,
    timezone: zone,
    ...times,
  };
}

/** Only what differs: what somebody else changes meanwhile stays as they left it. */
export function patchOf(entry: TimeEntry, draft: EntryDraft, zone: string): TimeEntryPatch {
  const before = draftOf(entry, zone);
  const patch: TimeEntryPatch = {};
  if (draft.description !== before.description)
    patch.description = draft.description.trim() || null;
  if (draft.billable !== before.billable) patch.billable = draft.billable;
  if (draft.tags.join("\n") !== before.tags.join("\n")) patch.tags = draft.tags;
  if (
    draft.work.project_id !== before.work.project_id ||
    draft.work.task_id !== before.work.task_id
  ) {
    const isOurs = entry.entity_type === "task" || entry.entity_type === "internal";
    Object.assign(patch, isOurs ? workFields(draft.work) : draft.work);
  }
  const timesChanged =
    draft.day !== before.day ||
    draft.from !== before.from ||
    draft.to !== before.to ||
    draft.duration !== before.duration;
  if (timesChanged && entry.status === "running") {
    patch.started_at = instantOf(`${draft.day} ${draft.from}:00`, zone);
  } else if (timesChanged) {
    const times = timesOf(draft, zone);
    if (!("refused" in times)) Object.assign(patch, times);
  }
  return patch;
}
