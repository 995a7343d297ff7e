import { queryOptions } from "@tanstack/react-query";
import type { Day } from "../time/days";
import { instantMillis } from "../time/zones";
import { client, read } from "./client";
import { allPages } from "./pages";
import { queryClient } from "./queryClient";
import type {
  EntityType,
  EntryStatus,
  TimeEntry,
  TimeEntryCreate,
  TimeEntryPatch,
} from "./resources";
import { undo } from "./undo";
import { write } from "./write";

/** What a list of entries shows; the parameters of `GET /time-entries`. */
export interface EntryFilter {
  from?: Day;
  to?: Day;
  user_id?: string;
  project_id?: string;
  task_id?: string;
  status?: EntryStatus;
  billable?: boolean;
  tag?: string;
  needs_review?: boolean;
  entity_type?: EntityType;
}

/** Whether an entry belongs to the list; the same rule that the API applies. */
export function fits(filter: EntryFilter, entry: TimeEntry): boolean {
  return (
    entry.deleted_at === null &&
    (filter.from === undefined || entry.log_date >= filter.from) &&
    (filter.to === undefined || entry.log_date <= filter.to) &&
    (filter.tag === undefined || entry.tags.includes(filter.tag)) &&
    same(filter.user_id, entry.user_id) &&
    same(filter.project_id, entry.project_id) &&
    same(filter.task_id, entry.task_id) &&
    same(filter.status, entry.status) &&
    same(filter.billable, entry.billable) &&
    same(filter.needs_review, entry.needs_review) &&
    same(filter.entity_type, entry.entity_type)
  );
}

function same<T>(wanted: T | undefined, found: unknown): boolean {
  return wanted === undefined || wanted === found;
}

export function entriesQuery(filter: EntryFilter) {
  return queryOptions({
    queryKey: ["entries", filter] as const,
    queryFn: () =>
      allPages((cursor) =>
        read(
          client.GET("/api/v1/time-entries", {
            params: {
              query: { ...filter, limit: 500, sort: "-log_date", ...(cursor && { cursor }) },
            },
          }),
        ),
      ),
  });
}

/** Puts a newer state of an entry into a list, or takes it out. Older states change nothing. */
export function applied(filter: EntryFilter, list: TimeEntry[], entry: TimeEntry): TimeEntry[] {
  const index = list.findIndex((one) => one.id === entry.id);
  const known = list[index];
  if (known && known.sequence > entry.sequence) return list;
  const rest = known ? list.filter((one) => one !== known) : list;
  if (!fits(filter, entry)) return known ? rest : list;
  if (known) return list.with(index, entry);
  return [entry, ...rest];
}

/** The newest state of each entry that was shown, so that a late one cannot bring back a deleted. */
const newest = new Map<string, number>();

/** Makes every cached list show this state of the entry, unless a newer one was shown. */
export function showEntry(entry: TimeEntry): void {
  if ((newest.get(entry.id) ?? 0) > entry.sequence) return;
  newest.set(entry.id, entry.sequence);
  for (const query of queryClient.getQueryCache().findAll({ queryKey: ["entries"] })) {
    const filter = query.queryKey[1] as EntryFilter;
    queryClient.setQueryData<TimeEntry[]>(query.queryKey, (list) =>
      list ? applied(filter, list, entry) : list,
    );
  }
}

export async function createEntry(entry: TimeEntryCreate, key?: string): Promise<TimeEntry> {
  const created = (await write(
    (headers) => client.POST("/api/v1/time-entries", { headers, body: entry }),
    key === undefined ? {} : { key },
  )) as TimeEntry;
  showEntry(created);
  undo.offer(`Added ${created.description ?? "an entry"}`, async () => {
    await removeQuietly(created);
  });
  return created;
}

export async function updateEntry(
  entry: TimeEntry,
  patch: TimeEntryPatch,
  offersUndo = true,
): Promise<TimeEntry> {
  // Shown at once under the same sequence; the answer, or the entry as it was, replaces it.
  showEntry({ ...entry, ...shown(entry, patch) });
  try {
    const updated = (await write(
      (headers) =>
        client.PATCH("/api/v1/time-entries/{id}", {
          params: { path: { id: entry.id } },
          headers,
          body: patch,
        }),
      { version: entry.version },
    )) as TimeEntry;
    showEntry(updated);
    if (offersUndo) {
      undo.offer("Changed the entry", async () => {
        await updateEntry(updated, formerly(entry, patch), false);
      });
    }
    return updated;
  } catch (problem) {
    showEntry(entry);
    throw problem;
  }
}

export async function removeEntry(entry: TimeEntry): Promise<void> {
  await removeQuietly(entry);
  undo.offer(`Deleted ${entry.description ?? "an entry"}`, async () => {
    const restored = (await write((headers) =>
      client.POST("/api/v1/time-entries/{id}/restore", {
        params: { path: { id: entry.id } },
        headers,
      }),
    )) as TimeEntry;
    showEntry(restored);
  });
}

async function removeQuietly(entry: TimeEntry): Promise<void> {
  showEntry({ ...entry, deleted_at: entry.updated_at });
  try {
    await write((headers) =>
      client.DELETE("/api/v1/time-entries/{id}", {
        params: { path: { id: entry.id } },
        headers,
      }),
    );
  } catch (problem) {
    showEntry(entry);
    throw problem;
  }
}

/** The fields of a patch as a person sees them before the server has answered. */
function shown(entry: TimeEntry, patch: TimeEntryPatch): Partial<TimeEntry> {
  const {
    hours,
    entity_type,
    tags,
    billable,
    user_id,
    needs_review,
    timezone,
    log_date,
    duration_seconds,
    ...plain
  } = patch;
  const seconds = duration_seconds ?? lengthOf({ ...entry, ...plain });
  return {
    ...plain,
    ...(tags && { tags }),
    ...(billable !== undefined && billable !== null && { billable }),
    ...(log_date && { log_date }),
    duration_seconds: seconds,
    rounded_seconds: duration_seconds ?? entry.rounded_seconds,
  } as Partial<TimeEntry>;
}

function lengthOf(entry: {
  started_at?: string | null;
  ended_at?: string | null;
  duration_seconds: number;
}) {
  if (!entry.started_at || !entry.ended_at) return entry.duration_seconds;
  return Math.round((instantMillis(entry.ended_at) - instantMillis(entry.started_at)) / 1000);
}

function formerly(entry: TimeEntry, patch: TimeEntryPatch): TimeEntryPatch {
  const former: Record<string, unknown> = {};
  for (const field of Object.keys(patch)) former[field] = entry[field as keyof TimeEntry];
  return former as TimeEntryPatch;
}
