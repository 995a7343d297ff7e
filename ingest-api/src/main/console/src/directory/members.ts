import { client } from "../api/client";
import { membersQuery } from "../api/directory";
import { meQuery } from "../api/me";
import { queryClient } from "../api/queryClient";
import type { CreatedToken, Member, MemberPut } from "../api/resources";
import { write } from "../api/write";
import { onlyNew } from "./onlyNew";

/** Makes a member, or replaces the one of that version. Who has left comes back by it. */
export async function putMember(id: string, body: MemberPut, version?: number): Promise<void> {
  try {
    await write(
      (headers) =>
        client.PUT("/api/v1/members/{id}", {
          params: { path: { id } },
          headers: { ...headers, ...onlyNew(version) },
          body,
        }),
      version === undefined ? {} : { version },
    );
  } finally {
    await queryClient.invalidateQueries(membersQuery);
    // One's own name and zone stand everywhere.
    void queryClient.invalidateQueries(meQuery);
  }
}

/** The member leaves: history stays, tokens end. */
export async function endMember(member: Member): Promise<void> {
  await write(
    (headers) =>
      client.DELETE("/api/v1/members/{id}", { params: { path: { id: member.id } }, headers }),
    { version: member.version },
  );
  await queryClient.invalidateQueries(membersQuery);
}

/** A link that signs in as the member, once and within 12 hours. */
export async function makeSignInLink(member: Member): Promise<CreatedToken> {
  const created = await write((headers) =>
    client.POST("/api/v1/tokens", {
      headers,
      body: { kind: "login", name: "sign-in link", user_id: member.id },
    }),
  );
  void queryClient.invalidateQueries({ queryKey: ["tokens"] });
  return created as CreatedToken;
}
