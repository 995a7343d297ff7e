import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { allPages } from "../api/pages";
import type { Rollup } from "../api/resources";
import type { Day } from "../time/days";

export type Dimension = "project" | "user" | "task" | "workspace";

export function rollupsQuery(dimension: Dimension, bucket: "week" | "month", from: Day, to: Day) {
  return queryOptions({
    queryKey: ["reports", "rollups", dimension, bucket, from, to] as const,
    queryFn: () =>
      allPages<Rollup>((cursor) =>
        read(
          client.GET("/api/v1/time/reports/rollups", {
            params: {
              query: { dimension, bucket, from, to, limit: 500, ...(cursor && { cursor }) },
            },
          }),
        ),
      ),
  });
}

export function summaryQuery(from: Day, to: Day) {
  return queryOptions({
    queryKey: ["reports", "summary", from, to] as const,
    queryFn: async () =>
      (await read(client.GET("/api/v1/time/reports/summary", { params: { query: { from, to } } })))
        .data,
  });
}

export interface Line {
  id: string;
  seconds: number;
  billable: number;
  /** One amount for each currency; currencies are never added. */
  amounts: Map<string, number>;
}

/** One line for each thing, the longest first. */
export function linesOf(rollups: Rollup[]): Line[] {
  const lines = new Map<string, Line>();
  for (const rollup of rollups) {
    const line = lines.get(rollup.dimension_id) ?? {
      id: rollup.dimension_id,
      seconds: 0,
      billable: 0,
      amounts: new Map<string, number>(),
    };
    line.seconds += rollup.total_seconds;
    line.billable += rollup.billable_seconds;
    for (const { currency, amount } of rollup.amounts ?? []) {
      line.amounts.set(currency, (line.amounts.get(currency) ?? 0) + amount);
    }
    lines.set(rollup.dimension_id, line);
  }
  return [...lines.values()].sort((a, b) => b.seconds - a.seconds);
}
