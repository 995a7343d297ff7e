import { useMemo } from "react";
import { useMe, useSettings } from "../api/me";
import { addDays, type Day, printRange } from "../time/days";
import { serverNow } from "../time/serverClock";
import { daysOfWeek, isoWeek, weekOf } from "../time/weeks";
import { dayAt } from "../time/zones";

export interface Week {
  start: Day;
  end: Day;
  days: Day[];
  today: Day;
  label: string;
}

/** The workspace's week that a day is in; without a day, this week. */
export function useWeek(day: Day | undefined): Week {
  const zone = useMe().timezone;
  const weekStart = useSettings().week_start_day;
  const today = dayAt(serverNow(), zone);
  return useMemo(() => {
    const start = weekOf(day ?? today, weekStart);
    const end = addDays(start, 6);
    const number = isoWeek(start);
    return {
      start,
      end,
      days: daysOfWeek(start),
      today,
      label: printRange(start, end) + (number ? ` · W${number.week}` : ""),
    };
  }, [day, today, weekStart]);
}
