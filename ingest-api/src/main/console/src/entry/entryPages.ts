import { infiniteQueryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import type { EntryFilter } from "../api/entries";

const PART = 100;

/** The entries that fit, newest day first, part by part. */
export function entryPagesQuery(filter: EntryFilter) {
  return infiniteQueryOptions({
    queryKey: ["entry-pages", filter] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        client.GET("/api/v1/time-entries", {
          params: {
            query: {
              ...filter,
              limit: PART,
              sort: "-log_date",
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (last) => last.pagination.next_cursor ?? undefined,
  });
}
