import type { EntityType, Webhook } from "../api/resources";

/** A webhook as its form holds it. */
export interface WebhookDraft {
  url: string;
  description: string;
  events: string[];
  projectIds: string[];
  entityTypes: EntityType[];
  entityIds: string[];
  payload: Webhook["payload"];
  format: Webhook["format"];
  ordering: Webhook["ordering"];
  /** Seconds, with commas. */
  retryDelays: string;
}

export const NEW_DRAFT: WebhookDraft = {
  url: "",
  description: "",
  events: ["*"],
  projectIds: [],
  entityTypes: [],
  entityIds: [],
  payload: "full",
  format: "standard",
  ordering: "none",
  retryDelays: "60, 300, 1800",
};

export function draftOf(webhook: Webhook): WebhookDraft {
  return {
    url: webhook.url,
    description: webhook.description ?? "",
    events: webhook.events,
    projectIds: webhook.filter.project_ids,
    entityTypes: webhook.filter.entity_types,
    entityIds: webhook.filter.entity_ids,
    payload: webhook.payload,
    format: webhook.format,
    ordering: webhook.ordering,
    retryDelays: webhook.retry_delays.join(", "),
  };
}

/** What the API takes, for a new one as for a change: every field of the form. */
export function bodyOf(draft: WebhookDraft) {
  return {
    url: draft.url.trim(),
    description: draft.description.trim() || null,
    events: draft.events,
    filter: {
      project_ids: someOrAll(draft.projectIds),
      entity_types: someOrAll(draft.entityTypes),
      entity_ids: someOrAll(draft.entityIds),
    },
    payload: draft.payload,
    format: draft.format,
    ordering: draft.ordering,
    retry_delays: parseDelays(draft.retryDelays) ?? [],
  };
}

/** The API takes no empty list: without a list, all are meant. */
function someOrAll<T>(chosen: T[]): T[] | null {
  return chosen.length > 0 ? chosen : null;
}

const LONGEST_DELAY = 86_400;
const MOST_DELAYS = 10;

/** The seconds of `60, 300`; nothing if that is not what is written. */
export function parseDelays(typed: string): number[] | undefined {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== "");
  const delays = parts.map(Number);
  const fits = delays.every(
    (delay) => Number.isInteger(delay) && delay >= 1 && delay <= LONGEST_DELAY,
  );
  return fits && delays.length <= MOST_DELAYS ? delays : undefined;
}
