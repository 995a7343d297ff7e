import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useMe } from "../api/me";
import type { TimeEntry, TimerStart } from "../api/resources";
import { startTimer, stopTimer, timerQuery } from "../api/timer";
import { serverNow } from "../time/serverClock";

export interface TimerActions {
  running: TimeEntry | null;
  start(what: TimerStart): Promise<TimeEntry>;
  stop(): Promise<TimeEntry | undefined>;
  /** Stops what runs, or starts a timer without a description. */
  toggle(): Promise<unknown>;
}

export function useTimerActions(): TimerActions {
  const running = useQuery(timerQuery).data ?? null;
  const zone = useMe().timezone;
  return useMemo(() => {
    const start = (what: TimerStart) => startTimer(what, serverNow(), zone);
    const stop = () => stopTimer(serverNow(), zone);
    return { running, start, stop, toggle: () => (running ? stop() : start({})) };
  }, [running, zone]);
}

/** What a new timer takes over from an entry that is continued. */
export function continuationOf(entry: TimeEntry): TimerStart {
  return {
    entity_type: entry.entity_type,
    entity_id: entry.entity_id,
    project_id: entry.project_id,
    task_id: entry.task_id,
    description: entry.description,
    tags: entry.tags,
    billable: entry.billable,
  };
}
