import { queryOptions } from "@tanstack/react-query";
import type { Day } from "../time/days";
import { client, read } from "./client";
import { allPages } from "./pages";
import { queryClient } from "./queryClient";
import type { Timesheet } from "./resources";
import { write } from "./write";

export interface SheetFilter {
  user_id?: string;
  status?: Timesheet["status"];
  period_start_from?: Day;
  period_start_to?: Day;
}

export function sheetsQuery(filter: SheetFilter) {
  return queryOptions({
    queryKey: ["timesheets", filter] as const,
    queryFn: () =>
      allPages((cursor) =>
        read(
          client.GET("/api/v1/timesheets", {
            params: { query: { ...filter, limit: 500, ...(cursor && { cursor }) } },
          }),
        ),
      ),
  });
}

export const approvalsQuery = queryOptions({
  queryKey: ["approvals"],
  queryFn: () =>
    allPages((cursor) =>
      read(
        client.GET("/api/v1/time/approvals", {
          params: { query: { limit: 500, ...(cursor && { cursor }) } },
        }),
      ),
    ),
});

export function sheetQuery(id: string) {
  return queryOptions({
    queryKey: ["timesheet", id] as const,
    queryFn: async () =>
      (await read(client.GET("/api/v1/timesheets/{id}", { params: { path: { id } } }))).data,
  });
}

export type SheetStep = "submit" | "withdraw" | "approve" | "reject" | "reopen";

/** Moves a sheet on; reject and reopen need a reason. */
export async function moveSheet(sheet: Timesheet, step: SheetStep, reason?: string) {
  const path = { params: { path: { id: sheet.id } } };
  const said = reason === undefined ? {} : { body: { reason } };
  const moved = (await write((headers) => {
    switch (step) {
      case "submit":
        return client.POST("/api/v1/timesheets/{id}/submit", { ...path, headers });
      case "withdraw":
        return client.POST("/api/v1/timesheets/{id}/withdraw", { ...path, headers });
      case "approve":
        return client.POST("/api/v1/timesheets/{id}/approve", { ...path, headers });
      case "reject":
        return client.POST("/api/v1/timesheets/{id}/reject", { ...path, headers, ...said });
      case "reopen":
        return client.POST("/api/v1/timesheets/{id}/reopen", { ...path, headers, ...said });
    }
  })) as Timesheet;
  await sheetsChanged();
  return moved;
}

/** Totals and states of sheets depend on their entries, so they are asked for again. */
export async function sheetsChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["timesheets"] }),
    queryClient.invalidateQueries({ queryKey: ["timesheet"] }),
    queryClient.invalidateQueries({ queryKey: ["approvals"] }),
  ]);
}
