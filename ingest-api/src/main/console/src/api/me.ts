import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { client, read } from "./client";
import type { Me, Permission, Settings } from "./resources";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => (await read(client.GET("/api/v1/me"))).data,
});

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async () => (await read(client.GET("/api/v1/time/settings"))).data,
});

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useSettings(): Settings {
  return useSuspenseQuery(settingsQuery).data;
}

/** What somebody may do follows the permissions, never the role's name. */
export function can(me: Me, permission: Permission): boolean {
  return me.permissions.includes(permission);
}
