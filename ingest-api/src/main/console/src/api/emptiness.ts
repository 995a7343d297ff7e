import { queryOptions } from "@tanstack/react-query";
import { client, read } from "./client";
import { queryClient } from "./queryClient";

/** Whether nobody whose time one may see has any: then the console says how to begin. */
export const emptinessQuery = queryOptions({
  // With the lists of entries, so that it is asked again after each change.
  queryKey: ["entry-pages", "emptiness"],
  queryFn: async () => {
    const first = await read(
      client.GET("/api/v1/time-entries", { params: { query: { limit: 1 } } }),
    );
    return first.data.length === 0;
  },
  enabled: (query) => query.state.data !== false,
});

export function noLongerEmpty(): void {
  queryClient.setQueryData(emptinessQuery.queryKey, false);
}
