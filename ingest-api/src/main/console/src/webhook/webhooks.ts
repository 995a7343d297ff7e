import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { allPages } from "../api/pages";
import { queryClient } from "../api/queryClient";
import type {
  CreatedWebhook,
  DeliveryWithAttempts,
  Webhook,
  WebhookCreate,
  WebhookPatch,
} from "../api/resources";
import { write } from "../api/write";

export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: () =>
    allPages<Webhook>((cursor) =>
      read(
        client.GET("/api/v1/time/webhooks", {
          params: { query: { limit: 500, sort: "created_at", ...(cursor && { cursor }) } },
        }),
      ),
    ),
});

/** Under the key of the list, so that one event makes both be asked for again. */
export function webhookQuery(id: string) {
  return queryOptions({
    queryKey: ["webhooks", id] as const,
    queryFn: async () =>
      (await read(client.GET("/api/v1/time/webhooks/{id}", { params: { path: { id } } }))).data,
  });
}

type NewWebhook = Omit<WebhookCreate, "enabled" | "max_in_flight">;

export async function createWebhook(webhook: NewWebhook): Promise<CreatedWebhook> {
  const body = { ...webhook, enabled: true, max_in_flight: null };
  const made = await write((headers) => client.POST("/api/v1/time/webhooks", { headers, body }));
  await changed();
  return made as CreatedWebhook;
}

export async function updateWebhook(webhook: Webhook, body: WebhookPatch): Promise<void> {
  await write(
    (headers) => client.PATCH("/api/v1/time/webhooks/{id}", { ...pathOf(webhook), headers, body }),
    { version: webhook.version },
  );
  await changed();
}

export async function removeWebhook(webhook: Webhook): Promise<void> {
  await write(
    (headers) => client.DELETE("/api/v1/time/webhooks/{id}", { ...pathOf(webhook), headers }),
    { version: webhook.version },
  );
  await changed();
}

/** Adds a secret; the former ones go on signing for so long. */
export async function rotateSecret(webhook: Webhook, graceSeconds: number) {
  const rotated = await write(
    (headers) =>
      client.POST("/api/v1/time/webhooks/{id}/secret/rotate", {
        ...pathOf(webhook),
        headers,
        body: { grace_seconds: graceSeconds },
      }),
    { version: webhook.version },
  );
  await changed();
  return rotated as CreatedWebhook;
}

export async function promoteSecret(webhook: Webhook): Promise<void> {
  await write(
    (headers) =>
      client.POST("/api/v1/time/webhooks/{id}/secret/promote", { ...pathOf(webhook), headers }),
    { version: webhook.version },
  );
  await changed();
}

/** Sends `webhook.test` once. Not tried again by itself: somebody is watching the clock. */
export async function testWebhook(id: string): Promise<DeliveryWithAttempts> {
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const answer = await read(
    client.POST("/api/v1/time/webhooks/{id}/test", { params: { path: { id } }, headers }),
  );
  void queryClient.invalidateQueries({ queryKey: ["deliveries", id] });
  return answer.data;
}

function pathOf(webhook: Webhook) {
  return { params: { path: { id: webhook.id } } };
}

function changed(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["webhooks"] });
}
