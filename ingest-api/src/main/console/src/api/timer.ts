import { queryOptions } from "@tanstack/react-query";
import { instantAt } from "../time/zones";
import { client, read } from "./client";
import { showEntry } from "./entries";
import { queryClient } from "./queryClient";
import type { TimeEntry, TimerStart } from "./resources";
import { write } from "./write";

export const timerQuery = queryOptions({
  queryKey: ["timer"],
  queryFn: async () => (await read(client.GET("/api/v1/time/timer/active"))).data ?? null,
});

export function showTimer(entry: TimeEntry | null): void {
  queryClient.setQueryData<TimeEntry | null>(["timer"], entry);
}

/** Starts at the moment of the click, however long the request takes. */
export async function startTimer(what: TimerStart, now: number, zone: string): Promise<TimeEntry> {
  const started = await write((headers) =>
    client.POST("/api/v1/time/timer/start", {
      headers,
      body: { ...what, started_at: instantAt(now, zone) },
    }),
  );
  const { stopped, ...entry } = started as TimeEntry & { stopped?: TimeEntry[] };
  for (const one of stopped ?? []) showEntry(one);
  showEntry(entry);
  showTimer(entry);
  return entry;
}

export async function stopTimer(now: number, zone: string): Promise<TimeEntry> {
  const stopped = (await write((headers) =>
    client.POST("/api/v1/time/timer/stop", {
      headers,
      body: { stopped_at: instantAt(now, zone) },
    }),
  )) as TimeEntry;
  showTimer(null);
  showEntry(stopped);
  return stopped;
}

export async function discardTimer(running: TimeEntry): Promise<void> {
  await write((headers) => client.DELETE("/api/v1/time/timer", { headers }));
  showTimer(null);
  showEntry({ ...running, deleted_at: running.updated_at });
}
