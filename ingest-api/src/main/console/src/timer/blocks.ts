import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { showEntry } from "../api/entries";
import { queryClient } from "../api/queryClient";
import type { Block, TimeEntry } from "../api/resources";
import { write } from "../api/write";
import type { Day } from "../time/days";

const POLL_MILLIS = 30_000;

/** Meetings that the calendars have in these days. They are not on the feed, so they are polled. */
export function blocksQuery(from: Day, to: Day) {
  return queryOptions({
    queryKey: ["blocks", from, to] as const,
    queryFn: async () =>
      (
        await read(
          client.GET("/api/v1/time/calendar/blocks", {
            params: { query: { from, to, limit: 500 } },
          }),
        )
      ).data as Block[],
    refetchInterval: POLL_MILLIS,
    retry: false,
  });
}

export async function convertBlock(block: Block): Promise<void> {
  const created = (await write((headers) =>
    client.POST("/api/v1/time/calendar/blocks/{id}/convert", {
      params: { path: { id: block.id } },
      headers,
      body: {},
    }),
  )) as TimeEntry;
  showEntry(created);
  await queryClient.invalidateQueries({ queryKey: ["blocks"] });
}

export async function dismissBlock(block: Block): Promise<void> {
  const path = { params: { path: { id: block.id } } };
  await write((headers) =>
    block.state === "dismissed"
      ? client.POST("/api/v1/time/calendar/blocks/{id}/restore", { ...path, headers })
      : client.POST("/api/v1/time/calendar/blocks/{id}/dismiss", { ...path, headers }),
  );
  await queryClient.invalidateQueries({ queryKey: ["blocks"] });
}
