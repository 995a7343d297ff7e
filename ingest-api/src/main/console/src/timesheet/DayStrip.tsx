import { UnstyledButton } from "@mantine/core";
import type { TimeEntry } from "../api/resources";
import { type Day, printWeekday } from "../time/days";
import { printDuration } from "../time/durations";
import type { Week } from "../ui/useWeek";
import { secondsOf } from "./rows";

interface Props {
  week: Week;
  entries: TimeEntry[];
  day: Day;
  onDay: (day: Day) => void;
}

/** On narrow screens: which day the grid shows. */
export function DayStrip({ week, entries, day, onDay }: Props) {
  return (
    <div className="day-strip" role="tablist" aria-label="Day">
      {week.days.map((one) => {
        const seconds = secondsOf(entries.filter((entry) => entry.log_date === one));
        return (
          <UnstyledButton
            key={one}
            role="tab"
            aria-selected={one === day}
            onClick={() => onDay(one)}
          >
            <span className="muted">{printWeekday(one).slice(0, 2)}</span>
            <strong>{Number(one.slice(8))}</strong>
            <span className="muted">{seconds > 0 ? printDuration(seconds) : "–"}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
