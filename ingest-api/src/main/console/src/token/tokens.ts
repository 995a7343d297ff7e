import { queryOptions } from "@tanstack/react-query";
import { client, read } from "../api/client";
import { allPages } from "../api/pages";
import { queryClient } from "../api/queryClient";
import type { CreatedToken, ListedToken, Permission } from "../api/resources";
import { write } from "../api/write";
import type { Instant } from "../time/zones";

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: () =>
    allPages<ListedToken>((cursor) =>
      read(
        client.GET("/api/v1/tokens", {
          params: { query: { limit: 500, ...(cursor && { cursor }) } },
        }),
      ),
    ),
});

export interface NewToken {
  name: string;
  user_id: string;
  /** Empty for all that the member may do. */
  scopes: Permission[];
  own_data_only: boolean;
  expires_at: Instant | null;
}

export async function createToken(token: NewToken): Promise<CreatedToken> {
  const created = await write((headers) => client.POST("/api/v1/tokens", { headers, body: token }));
  void queryClient.invalidateQueries(tokensQuery);
  return created as CreatedToken;
}

export async function revokeToken(token: ListedToken): Promise<void> {
  await write((headers) =>
    client.DELETE("/api/v1/tokens/{id}", { params: { path: { id: token.id } }, headers }),
  );
  await queryClient.invalidateQueries(tokensQuery);
}
