import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { asProblem } from "../api/problem";
import { queryClient } from "../api/queryClient";
import type { ReplayAsked } from "../api/resources";
import { write } from "../api/write";

const POLL_MILLIS = 1000;
const MOST_WAITS = 5;

/** How far a replay is; asked for until it ends. */
export function replayQuery(webhookId: string, replayId: string) {
  return queryOptions({
    queryKey: ["replay", webhookId, replayId] as const,
    queryFn: async () =>
      (
        await read(
          client.GET("/api/v1/time/webhooks/{id}/replays/{replay_id}", {
            params: { path: { id: webhookId, replay_id: replayId } },
          }),
        )
      ).data,
    staleTime: 0,
    retryDelay: 1000,
    retry: (tries, error) => {
      const problem = asProblem(error);
      return (problem.isTemporary || problem.status === 404) && tries < MOST_WAITS;
    },
    refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MILLIS : false),
  });
}

/** Starts a replay and answers its id. */
export async function startReplay(webhookId: string, body: ReplayAsked): Promise<string> {
  const job = await write((headers) =>
    client.POST("/api/v1/time/webhooks/{id}/replay", {
      params: { path: { id: webhookId } },
      headers,
      body,
    }),
  );
  return job.id;
}

export async function cancelReplay(webhookId: string, replayId: string): Promise<void> {
  await write((headers) =>
    client.POST("/api/v1/time/webhooks/{id}/replays/{replay_id}/cancel", {
      params: { path: { id: webhookId, replay_id: replayId } },
      headers,
    }),
  );
  await queryClient.invalidateQueries({ queryKey: ["replay", webhookId, replayId] });
}

/** Where the count of a replay's preview is kept, to tell how much is left. */
export function replaySizeKey(replayId: string) {
  return ["replay-size", replayId] as const;
}
