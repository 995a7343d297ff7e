import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import type { Delivery, ReplayAsked } from "../api/resources";
import { listed } from "./deliveries";
import { type DeliveryFilter, deliveryParameters } from "./deliveryFilter";
import { isNamedOneByOne, type ReplayState, replayBody } from "./replaySelection";

/** What a replay would do: how many it sends, and how it is asked for. */
export interface ReplayPlan {
  count: number;
  body: ReplayAsked;
  /** More fit than can be named one by one. */
  isCut: boolean;
}

const MOST_NAMED = 1000;
const PART = 500;
const MOST_SEARCHED = 5000;

export function replayPlanQuery(
  webhookId: string,
  filter: DeliveryFilter,
  states: readonly ReplayState[],
  zone: string,
) {
  return queryOptions({
    queryKey: ["replay-plan", webhookId, filter, states] as const,
    queryFn: () => planOf(webhookId, filter, states, zone),
    staleTime: 0,
    gcTime: 0,
  });
}

async function planOf(
  webhookId: string,
  filter: DeliveryFilter,
  states: readonly ReplayState[],
  zone: string,
): Promise<ReplayPlan> {
  const body = replayBody(filter, states, undefined, zone);
  const parameters = states.map((state) => deliveryParameters({ ...filter, state }, zone));
  if (!isNamedOneByOne(filter)) {
    const totals = await Promise.all(
      parameters.map(async (one) => (await listed(webhookId, one, 1, 1)).pagination.total ?? 0),
    );
    return { count: totals.reduce((sum, total) => sum + total, 0), body, isCut: false };
  }
  const ids: string[] = [];
  for (const one of parameters) {
    for await (const delivery of every(webhookId, one)) {
      if (filter.id === undefined || delivery.event_id === filter.id) ids.push(delivery.id);
      if (ids.length > MOST_NAMED) {
        return { count: MOST_NAMED, body: named(body, ids.slice(0, MOST_NAMED)), isCut: true };
      }
    }
  }
  return { count: ids.length, body: named(body, ids), isCut: false };
}

function named(body: ReplayAsked, ids: string[]): ReplayAsked {
  return { ...body, delivery_ids: ids };
}

async function* every(
  id: string,
  parameters: ReturnType<typeof deliveryParameters>,
): AsyncGenerator<Delivery> {
  let cursor: string | undefined;
  let seen = 0;
  do {
    const page = await read(
      client.GET("/api/v1/time/webhooks/{id}/deliveries", {
        params: {
          path: { id },
          query: { ...parameters, limit: PART, sort: "-created_at", ...(cursor && { cursor }) },
        },
      }),
    );
    yield* page.data;
    seen += page.data.length;
    cursor = page.pagination.next_cursor ?? undefined;
  } while (cursor !== undefined && seen < MOST_SEARCHED);
}
