import { WeekView } from "@mantine/schedule";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useDirectory } from "../api/directory";
import { updateEntry } from "../api/entries";
import { can, useMe, useSettings } from "../api/me";
import type { Block, TimeEntry } from "../api/resources";
import type { Day } from "../time/days";
import { printWeekday } from "../time/days";
import { printDuration } from "../time/durations";
import { instantOf, wallTime } from "../time/zones";
import type { EntryDraft } from "../ui/entryDraft";
import { hueStyle } from "../ui/hue";
import { attempt } from "../ui/notify";
import { useNow } from "../ui/useNow";
import type { Week } from "../ui/useWeek";
import { BlockDialog } from "./BlockDialog";
import { blocksQuery } from "./blocks";
import { EventBody } from "./EventBody";
import { eventsOf, eventsOfBlock, type WeekEvent } from "./weekEvents";
import "@mantine/schedule/styles.layer.css";
import "./calendar.css";

interface Props {
  week: Week;
  entries: TimeEntry[];
  onOpen: (entry: TimeEntry) => void;
  onDraft: (times: Pick<EntryDraft, "day" | "from" | "to" | "duration">) => void;
}

const CLASSES = {
  weekViewDayLabel: "calendar-day",
  weekViewDayWeekday: "calendar-weekday",
  weekViewDayNumber: "calendar-number",
  weekViewSlotLabel: "calendar-hour",
  weekViewHeader: "calendar-header",
  weekViewAllDaySlots: "calendar-lane",
};
const MINUTE_MILLIS = 60_000;
const SNAP_MINUTES = 15;

/** The week by the hour: entries solid, meetings of the calendar as ghosts. */
export default function WeekCalendar({ week, entries, onOpen, onDraft }: Props) {
  const me = useMe();
  const zone = me.timezone;
  const weekStart = useSettings().week_start_day as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  const directory = useDirectory();
  const now = useNow(MINUTE_MILLIS);
  const [block, setBlock] = useState<Block>();
  const blocks = useQuery({
    ...blocksQuery(week.start, week.end),
    enabled: can(me, "time:calendar"),
  }).data;

  const events = useMemo(
    () => [
      ...entries.flatMap((entry) => eventsOf(entry, zone, now)),
      ...(blocks ?? [])
        .filter((one) => one.state !== "converted" && !one.hidden)
        .flatMap((one) => eventsOfBlock(one, zone)),
    ],
    [entries, blocks, zone, now],
  );
  const totals = useMemo(() => totalsOf(entries), [entries]);
  const open = (event: WeekEvent) => {
    const shown = event.payload?.shown;
    if (shown?.kind === "entry") onOpen(shown.entry);
    else if (shown) setBlock(shown.block);
  };
  const moved = (event: WeekEvent, start: string, end: string) => {
    const shown = event.payload?.shown;
    if (shown?.kind !== "entry") return;
    const running = shown.entry.status === "running";
    attempt(
      updateEntry(shown.entry, {
        started_at: instantOf(start, zone),
        ...(!running && { ended_at: instantOf(end, zone) }),
      }),
    );
  };
  const canMove = (event: WeekEvent) => {
    const shown = event.payload?.shown;
    return shown?.kind === "entry" && !event.payload?.isPart && isOpenForChange(shown.entry.status);
  };

  return (
    <>
      <div className="calendar card" data-today={week.days.indexOf(week.today)}>
        <WeekView
          date={week.start}
          events={events}
          firstDayOfWeek={weekStart}
          withHeader={false}
          withWeekNumber={false}
          withCurrentTimeBubble={false}
          classNames={CLASSES}
          intervalMinutes={SNAP_MINUTES}
          withSubHourGridLines={false}
          slotHeight={52}
          allDaySlotHeight={40}
          startScrollTime="06:30:00"
          scrollAreaProps={{ mah: "calc(100dvh - 210px)" }}
          getCurrentTime={() => wallTime(now, zone)}
          weekdayFormat={(date: string) => dayHead(date.slice(0, 10), totals)}
          labels={{ allDay: "no clock" }}
          withEventsDragAndDrop
          canDragEvent={(event) => canMove(event as WeekEvent)}
          onEventDrop={({ event, newStart, newEnd }) => moved(event as WeekEvent, newStart, newEnd)}
          withEventResize
          canResizeEvent={(event) => canMove(event as WeekEvent)}
          onEventResize={({ event, newStart, newEnd }) =>
            moved(event as WeekEvent, newStart, newEnd)
          }
          withDragSlotSelect
          onSlotDragEnd={(start, end) => onDraft(draftTimes(start, end))}
          onTimeSlotClick={({ slotStart, slotEnd }) => onDraft(draftTimes(slotStart, slotEnd))}
          onAllDaySlotClick={(day) =>
            onDraft({ day: day.slice(0, 10), from: "", to: "", duration: "" })
          }
          onEventClick={(event) => open(event as WeekEvent)}
          renderEventBody={(event) => (
            <EventBody event={event as WeekEvent} directory={directory} zone={zone} />
          )}
          renderEvent={(event, props) => {
            const shown = (event as WeekEvent).payload?.shown;
            const project = shown?.kind === "entry" ? shown.entry.project_id : null;
            return (
              <button
                {...props}
                type="button"
                className={`${props.className ?? ""} week-event hue`}
                style={{ ...props.style, ...hueStyle(project) }}
                data-kind={kindOf(event as WeekEvent)}
              />
            );
          }}
        />
      </div>
      <BlockDialog block={block} onClose={() => setBlock(undefined)} />
    </>
  );
}

/** `Mon 8` and beneath it what the day has. */
function dayHead(day: Day, totals: Map<Day, number>): string {
  const total = totals.get(day);
  return `${printWeekday(day)} ${Number(day.slice(8))}\n${total ? printDuration(total) : "–"}`;
}

function isOpenForChange(status: TimeEntry["status"]): boolean {
  return status === "draft" || status === "rejected" || status === "running";
}

function kindOf(event: WeekEvent): string {
  const shown = event.payload?.shown;
  if (shown?.kind === "block") return shown.block.state === "dismissed" ? "dismissed" : "ghost";
  if (shown?.entry.status === "running") return "running";
  return shown?.entry.project_id ? "entry" : "plain";
}

function draftTimes(start: string, end: string) {
  const from = start.slice(11, 16);
  const to = end.slice(11, 16);
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const length = (minutes(to) - minutes(from) + 1440) % 1440;
  return { day: start.slice(0, 10), from, to, duration: printDuration(length * 60) };
}

function totalsOf(entries: TimeEntry[]): Map<Day, number> {
  const totals = new Map<Day, number>();
  for (const entry of entries) {
    if (entry.status === "running") continue;
    totals.set(entry.log_date, (totals.get(entry.log_date) ?? 0) + entry.duration_seconds);
  }
  return totals;
}
