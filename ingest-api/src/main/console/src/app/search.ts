import type { EntryFilter } from "../api/entries";
import type { EntryStatus } from "../api/resources";
import { type Day, isDay } from "../time/days";
import { RANGES, type RangeName } from "../time/weeks";
import { DELIVERY_STATES, type DeliverySearch } from "../webhook/deliveryFilter";

/*
 * What the addresses of the pages keep. They come from anywhere, so whatever does not fit is left
 * out.
 */

type Raw = Record<string, unknown>;

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function day(value: unknown): Day | undefined {
  return isDay(value) ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

/** Without the members that are not there, so that addresses stay short. */
function present<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function timer(raw: Raw) {
  return present({
    view: oneOf(raw.view, ["calendar", "list"]),
    week: day(raw.week),
    new: flag(raw.new),
  });
}

export function timesheet(raw: Raw) {
  return present({ week: day(raw.week), user: text(raw.user) });
}

const STATUSES: readonly EntryStatus[] = ["running", "draft", "submitted", "approved", "rejected"];

export function entries(raw: Raw): EntryFilter {
  return present({
    from: day(raw.from),
    to: day(raw.to),
    user_id: text(raw.user_id),
    project_id: text(raw.project_id),
    task_id: text(raw.task_id),
    status: oneOf(raw.status, STATUSES),
    billable: flag(raw.billable),
    tag: text(raw.tag),
    needs_review: flag(raw.needs_review),
  }) as EntryFilter;
}

export function approvals(raw: Raw) {
  return present({ sheet: text(raw.sheet) });
}

export const DIMENSIONS = ["project", "user", "task"] as const;

export function reports(raw: Raw) {
  return present({
    range: oneOf(raw.range, Object.keys(RANGES) as RangeName[]),
    by: oneOf(raw.by, DIMENSIONS),
  });
}

export function ledger(raw: Raw) {
  return present({ tab: oneOf(raw.tab, ["feed", "audit", "verify"]), event: text(raw.event) });
}

/** The member that is open: their id, or nothing for a new one. */
export function people(raw: Raw) {
  const member = raw.member === "" ? "" : text(raw.member);
  return present({ q: text(raw.q), member });
}

export function projects(raw: Raw) {
  return present({ q: text(raw.q), archived: raw.archived === true || undefined });
}

export function webhook(raw: Raw): DeliverySearch {
  return present({
    state: oneOf(raw.state, DELIVERY_STATES),
    event: text(raw.event),
    code: status(raw.code),
    from: day(raw.from),
    to: day(raw.to),
    id: text(raw.id),
    delivery: text(raw.delivery),
    replay: text(raw.replay),
  }) as DeliverySearch;
}

function status(value: unknown): number | undefined {
  const code = Number(value);
  return Number.isInteger(code) && code >= 100 && code <= 599 ? code : undefined;
}
