import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { allPages } from "../api/pages";
import type { Estimate } from "../api/resources";

export interface ProjectFilter {
  q?: string;
  archived?: boolean;
}

/** The projects that the server finds; the ones in use unless the others are asked for. */
export function projectPagesQuery({ q, archived = false }: ProjectFilter) {
  return queryOptions({
    // A part of what is asked again whenever a project changes.
    queryKey: ["projects", "found", q ?? "", archived] as const,
    queryFn: () =>
      allPages((cursor) =>
        read(
          client.GET("/api/v1/projects", {
            params: {
              query: {
                limit: 500,
                sort: "name",
                archived,
                ...(q && { q }),
                ...(cursor && { cursor }),
              },
            },
          }),
        ),
      ),
    placeholderData: keepPreviousData,
  });
}

export function projectQuery(id: string) {
  return queryOptions({
    queryKey: ["projects", "one", id] as const,
    queryFn: async () =>
      (await read(client.GET("/api/v1/projects/{id}", { params: { path: { id } } }))).data,
  });
}

export function projectTasksQuery(project_id: string) {
  return queryOptions({
    queryKey: ["tasks", "of", project_id] as const,
    queryFn: () =>
      allPages((cursor) =>
        read(
          client.GET("/api/v1/tasks", {
            params: {
              query: { limit: 500, sort: "name", project_id, ...(cursor && { cursor }) },
            },
          }),
        ),
      ),
  });
}

/** Planned and tracked hours, by the id of the project or task. */
export function estimatesQuery(dimension: "project" | "task", project_id?: string) {
  return queryOptions({
    // A report: asked again, at most once a second, when time changes.
    queryKey: ["reports", "estimates", dimension, project_id ?? ""] as const,
    queryFn: () =>
      allPages<Estimate>((cursor) =>
        read(
          client.GET("/api/v1/time/reports/estimate-vs-actual", {
            params: {
              query: {
                dimension,
                limit: 500,
                ...(project_id && { project_id }),
                ...(cursor && { cursor }),
              },
            },
          }),
        ),
      ),
    select: (all) => new Map(all.map((one) => [one.dimension_id, one])),
  });
}
