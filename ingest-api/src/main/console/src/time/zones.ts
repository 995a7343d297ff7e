import { parseAbsolute, parseDateTime, toZoned } from "@internationalized/date";
import type { Day } from "./days";

/** A point in time as the API writes it, with the offset of its zone. */
export type Instant = string;

/** Wall-clock time of a day, `2026-06-08 09:30:00`, as the week view writes it. */
export type WallTime = string;

export function instantMillis(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant, in UTC, as the API takes it. */
export function instantOfMillis(millis: number): string {
  return new Date(millis).toISOString();
}

/** What a clock in the zone shows at that moment. */
export function wallTime(instant: Instant | number, zone: string): WallTime {
  const iso = new Date(instant).toISOString();
  return parseAbsolute(iso, zone).toString().slice(0, 19).replace("T", " ");
}

/** `09:30` */
export function printTime(instant: Instant, zone: string): string {
  return wallTime(instant, zone).slice(11, 16);
}

export function dayAt(millis: number, zone: string): Day {
  return wallTime(millis, zone).slice(0, 10);
}

/** What can be meant by a wall-clock time: it exists once, twice (clocks go back) or not at all. */
export type Meaning =
  | { kind: "once"; instant: Instant }
  | { kind: "twice"; first: Instant; second: Instant }
  | { kind: "skipped"; instant: Instant; shown: string };

/** The moment at which a clock in the zone shows that time. */
export function meaningOf(wall: WallTime, zone: string): Meaning {
  const local = parseDateTime(wall.replace(" ", "T"));
  const earlier = toZoned(local, zone, "earlier");
  const later = toZoned(local, zone, "later");
  const [first, second] = [withOffset(earlier.toString()), withOffset(later.toString())];
  if (first === second) return { kind: "once", instant: first };
  if (earlier.hour === local.hour && later.hour === local.hour) {
    return { kind: "twice", first, second };
  }
  return { kind: "skipped", instant: second, shown: second.slice(11, 16) };
}

/** The moment meant; of two, the first; of none, the one that the clock moves on to. */
export function instantOf(wall: WallTime, zone: string): Instant {
  const meaning = meaningOf(wall, zone);
  return meaning.kind === "twice" ? meaning.first : meaning.instant;
}

/** The moment in the zone's own offset. */
export function instantAt(millis: number, zone: string): Instant {
  return withOffset(parseAbsolute(new Date(millis).toISOString(), zone).toString());
}

function withOffset(zoned: string): Instant {
  return zoned.replace(/\[.*\]$/, "");
}

/** `Europe/Berlin` as people say it. */
export function printZone(zone: string): string {
  return zone.replaceAll("_", " ");
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const moments = new Map<string, Intl.DateTimeFormat>();

/** `8 Jun 2026, 10:42:07` in the zone. */
export function printMoment(instant: Instant, zone: string, seconds = false): string {
  const key = `${zone}${seconds}`;
  let format = moments.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      dateStyle: "medium",
      timeStyle: seconds ? "medium" : "short",
      timeZone: zone,
    });
    moments.set(key, format);
  }
  return format.format(new Date(instant));
}

/** `3 min ago`, `in 12 days`. */
export function printAgo(instant: Instant, now: number): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return RELATIVE.format(Math.trunc(seconds / length), unit);
  }
  return seconds > 0 ? "in a moment" : "just now";
}

const RELATIVE = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto", style: "short" });
