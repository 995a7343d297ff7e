import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client, read } from "./client";
import { allPages } from "./pages";
import type { Client, Member, Project, Task } from "./resources";

const limit = 500;

export const projectsQuery = queryOptions({
  queryKey: ["projects"],
  queryFn: () =>
    allPages((cursor) =>
      read(client.GET("/api/v1/projects", { params: { query: { limit, ...page(cursor) } } })),
    ),
});

export const tasksQuery = queryOptions({
  queryKey: ["tasks"],
  queryFn: () =>
    allPages((cursor) =>
      read(client.GET("/api/v1/tasks", { params: { query: { limit, ...page(cursor) } } })),
    ),
});

export const clientsQuery = queryOptions({
  queryKey: ["clients"],
  queryFn: () =>
    allPages((cursor) =>
      read(client.GET("/api/v1/clients", { params: { query: { limit, ...page(cursor) } } })),
    ),
});

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () =>
    allPages((cursor) =>
      read(client.GET("/api/v1/members", { params: { query: { limit, ...page(cursor) } } })),
    ),
});

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: () =>
    allPages((cursor) =>
      read(client.GET("/api/v1/teams", { params: { query: { limit, ...page(cursor) } } })),
    ),
});

function page(cursor: string | undefined) {
  return cursor === undefined ? {} : { cursor };
}

/** The workspace's names, by id. Ids stand for what is not known (yet). */
export interface Directory {
  projects: Map<string, Project>;
  tasks: Map<string, Task>;
  clients: Map<string, Client>;
  members: Map<string, Member>;
  projectName(id: string | null | undefined): string;
  taskName(id: string | null | undefined): string;
  clientOf(projectId: string | null | undefined): string | undefined;
  memberName(id: string | null | undefined): string;
}

export function useDirectory(): Directory {
  const projects = useQuery(projectsQuery).data;
  const tasks = useQuery(tasksQuery).data;
  const clients = useQuery(clientsQuery).data;
  const members = useQuery(membersQuery).data;
  return useMemo(
    () => directoryOf(projects ?? [], tasks ?? [], clients ?? [], members ?? []),
    [projects, tasks, clients, members],
  );
}

function directoryOf(
  projects: Project[],
  tasks: Task[],
  clients: Client[],
  members: Member[],
): Directory {
  const maps = {
    projects: byId(projects),
    tasks: byId(tasks),
    clients: byId(clients),
    members: byId(members),
  };
  return {
    ...maps,
    projectName: (id) => (id ? (maps.projects.get(id)?.name ?? id) : "No project"),
    taskName: (id) => (id ? (maps.tasks.get(id)?.name ?? id) : ""),
    clientOf: (projectId) => {
      const id = projectId ? maps.projects.get(projectId)?.client_id : undefined;
      return id ? (maps.clients.get(id)?.name ?? id) : undefined;
    },
    memberName: (id) => (id ? (maps.members.get(id)?.name ?? id) : ""),
  };
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
