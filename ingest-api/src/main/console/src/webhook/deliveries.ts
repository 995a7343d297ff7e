import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { asProblem } from "../api/problem";
import { queryClient } from "../api/queryClient";
import type { Delivery } from "../api/resources";
import { write } from "../api/write";
import type { DeliveryParameters } from "./deliveryFilter";

const PART = 100;
const MOST_POLLED_PARTS = 3;
const BUSY_MILLIS = 3000;
const QUIET_MILLIS = 15_000;
const HEALTH_MILLIS = 15_000;
const ATTEMPT_MILLIS = 2000;
const MOST_WAITS = 5;

/** Newest first, part by part. They are not on the feed, so they are asked for while seen. */
export function deliveryPagesQuery(webhookId: string, filter: DeliveryParameters) {
  return infiniteQueryOptions({
    queryKey: ["deliveries", webhookId, "list", filter] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        client.GET("/api/v1/time/webhooks/{id}/deliveries", {
          params: {
            path: { id: webhookId },
            query: {
              ...filter,
              limit: PART,
              sort: "-created_at",
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.pagination.next_cursor ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      if (pages.length > MOST_POLLED_PARTS) return false;
      return pollMillis(pages.flatMap((page) => page.data));
    },
  });
}

/** The last ones of an endpoint, by which its health is told. */
export function recentDeliveriesQuery(webhookId: string) {
  return queryOptions({
    queryKey: ["deliveries", webhookId, "recent"] as const,
    queryFn: async () => (await listed(webhookId, {}, PART)).data,
    staleTime: 0,
    refetchInterval: HEALTH_MILLIS,
  });
}

export function deliveryCountQuery(webhookId: string, filter: DeliveryParameters) {
  return queryOptions({
    queryKey: ["deliveries", webhookId, "count", filter] as const,
    queryFn: async () => (await listed(webhookId, filter, 1, 1)).pagination.total ?? 0,
    staleTime: 0,
  });
}

export function listed(id: string, filter: DeliveryParameters, limit: number, page?: number) {
  return read(
    client.GET("/api/v1/time/webhooks/{id}/deliveries", {
      params: {
        path: { id },
        query: { ...filter, limit, sort: "-created_at", ...(page !== undefined && { page }) },
      },
    }),
  );
}

/** One with its attempts. What was ordered a moment ago may not be there yet. */
export function deliveryQuery(webhookId: string, deliveryId: string) {
  return queryOptions({
    queryKey: ["deliveries", webhookId, "one", deliveryId] as const,
    queryFn: async () =>
      (
        await read(
          client.GET("/api/v1/time/webhooks/{id}/deliveries/{delivery_id}", {
            params: { path: { id: webhookId, delivery_id: deliveryId } },
          }),
        )
      ).data,
    staleTime: 0,
    retryDelay: 1000,
    retry: (tries, error) => {
      const problem = asProblem(error);
      return (problem.isTemporary || problem.status === 404) && tries < MOST_WAITS;
    },
    refetchInterval: ({ state }) => (state.data?.state === "pending" ? ATTEMPT_MILLIS : false),
  });
}

/** Sends it once more, as a delivery of its own, and answers that one's id. */
export async function redeliver(delivery: Delivery): Promise<string> {
  const made = await write((headers) =>
    client.POST("/api/v1/time/webhooks/{id}/deliveries/{delivery_id}/redeliver", {
      params: { path: { id: delivery.webhook_id, delivery_id: delivery.id } },
      headers,
    }),
  );
  void queryClient.invalidateQueries({ queryKey: ["deliveries", delivery.webhook_id, "list"] });
  return made.id;
}

function pollMillis(rows: Delivery[]): number {
  return rows.some((row) => row.state === "pending") ? BUSY_MILLIS : QUIET_MILLIS;
}
