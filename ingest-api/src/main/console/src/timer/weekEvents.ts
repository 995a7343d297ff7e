import type { ScheduleEventData } from "@mantine/schedule";
import type { Block, TimeEntry } from "../api/resources";
import { addDays, type Day } from "../time/days";
import { instantOfMillis, wallTime } from "../time/zones";

export type Shown = { kind: "entry"; entry: TimeEntry } | { kind: "block"; block: Block };

/** An event of the week view that is one of ours. */
export type WeekEvent = ScheduleEventData<{ shown: Shown; isPart: boolean }>;

/** An entry as the week draws it: by its clock times, or in the lane of the day without them. */
export function eventsOf(entry: TimeEntry, zone: string, now: number): WeekEvent[] {
  const shown: Shown = { kind: "entry", entry };
  const title = entry.description || "No description";
  if (!entry.started_at) return [allDay(entry.id, entry.log_date, title, shown)];
  const end = entry.ended_at ?? instantOfMillis(now);
  return timed(entry.id, wallTime(entry.started_at, zone), wallTime(end, zone), title, shown);
}

export function eventsOfBlock(block: Block, zone: string): WeekEvent[] {
  const shown: Shown = { kind: "block", block };
  const title = block.title ?? "Busy";
  if (!block.started_at || !block.ended_at) return [allDay(block.id, block.log_date, title, shown)];
  return timed(
    block.id,
    wallTime(block.started_at, zone),
    wallTime(block.ended_at, zone),
    title,
    shown,
  );
}

function allDay(id: string, day: Day, title: string, shown: Shown): WeekEvent {
  return {
    id,
    title,
    start: `${day} 00:00:00`,
    end: `${addDays(day, 1)} 00:00:00`,
    color: "gray",
    payload: { shown, isPart: true },
  };
}

const SHORTEST_MINUTES = 15;

/** One event, or one for each day that it is in; only a whole one can be moved. */
function timed(id: string, start: string, end: string, title: string, shown: Shown): WeekEvent[] {
  const common = { title, color: "gray" };
  const startDay = start.slice(0, 10);
  const endDay = end.slice(0, 10);
  if (startDay === endDay || end.endsWith("00:00:00")) {
    const visible = atLeast(start, end);
    return [{ ...common, id, start, end: visible, payload: { shown, isPart: false } }];
  }
  const parts: WeekEvent[] = [];
  for (let day = startDay; day <= endDay; day = addDays(day, 1)) {
    parts.push({
      ...common,
      id: `${id} ${day}`,
      start: day === startDay ? start : `${day} 00:00:00`,
      end: day === endDay ? end : `${day} 23:59:59`,
      payload: { shown, isPart: true },
    });
  }
  return parts;
}

/** Short entries are drawn long enough to be read and hit. */
function atLeast(start: string, end: string): string {
  const day = start.slice(0, 10);
  const begin = minuteOf(start);
  const minutes = end.slice(0, 10) === day ? minuteOf(end) - begin : 1440 - begin;
  if (minutes >= SHORTEST_MINUTES) return end;
  const last = Math.min(begin + SHORTEST_MINUTES, 1439);
  return `${day} ${two(Math.floor(last / 60))}:${two(last % 60)}:00`;
}

function minuteOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
