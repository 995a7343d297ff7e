import { client } from "../api/client";
import type { TimeEntry, TimeEntryPatch } from "../api/resources";
import type { components } from "../api/schema";
import { undo } from "../api/undo";
import { write } from "../api/write";

export type BulkChange = { kind: "update"; patch: TimeEntryPatch } | { kind: "delete" };

export interface BulkOutcome {
  changed: number;
  /** Why, for each that was refused. */
  refused: string[];
}

type Item = components["schemas"]["BatchItem"];
type Result = components["schemas"]["BatchResult"];

const MOST_ITEMS = 100;

/** Changes all of them in batches; what is refused does not stop the others. */
export async function changeAll(entries: TimeEntry[], change: BulkChange): Promise<BulkOutcome> {
  const results = await inBatches(entries.map((entry) => itemOf(entry, change)));
  const changed = entries.filter((_, index) => isChanged(results[index]));
  if (changed.length > 0) {
    undo.offer(
      change.kind === "delete" ? `Deleted ${changed.length}` : `Changed ${changed.length}`,
      async () => {
        if (change.kind === "delete") await restoreAll(changed);
        else await inBatches(changed.map((entry) => formerOf(entry, change.patch)));
      },
    );
  }
  return {
    changed: changed.length,
    refused: results
      .filter((result) => result.status === "failed")
      .map((result) => result.message ?? result.code ?? "refused"),
  };
}

function itemOf(entry: TimeEntry, change: BulkChange): Item {
  return change.kind === "delete"
    ? { action: "delete", id: entry.id }
    : { action: "update", id: entry.id, if_version: entry.version, entry: change.patch };
}

function formerOf(entry: TimeEntry, patch: TimeEntryPatch): Item {
  const former: Record<string, unknown> = {};
  for (const field of Object.keys(patch)) former[field] = entry[field as keyof TimeEntry];
  return { action: "update", id: entry.id, entry: former as TimeEntryPatch };
}

function isChanged(result: Result["results"][number] | undefined): boolean {
  return result?.status === "updated" || result?.status === "deleted";
}

async function inBatches(items: Item[]): Promise<Result["results"]> {
  const results: Result["results"] = [];
  for (let index = 0; index < items.length; index += MOST_ITEMS) {
    const part = { items: items.slice(index, index + MOST_ITEMS) };
    const answer = (await write((headers) =>
      client.POST("/api/v1/time-entries/batch", { headers, body: part }),
    )) as Result;
    results.push(...answer.results);
  }
  return results;
}

async function restoreAll(entries: TimeEntry[]): Promise<void> {
  for (const { id } of entries) {
    await write((headers) =>
      client.POST("/api/v1/time-entries/{id}/restore", { params: { path: { id } }, headers }),
    );
  }
}
