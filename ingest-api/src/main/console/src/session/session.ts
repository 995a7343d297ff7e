import { client, read } from "../api/client";
import type { Me } from "../api/resources";
import type { components } from "../api/schema";
import { write } from "../api/write";

/** Whose link it is, before anybody is signed in by it. */
export type Preview = components["schemas"]["LoginPreview"];

/** The browser itself says that this page asks; the document demands the header from others. */
const params = { header: { "Sec-Fetch-Site": "same-origin" } };

type Proof = { code: string } | { token: string };

export async function signIn(proof: Proof): Promise<Me> {
  return (await write((headers) =>
    client.POST("/api/v1/session", { params, headers, body: proof }),
  )) as Me;
}

export async function previewCode(code: string): Promise<Preview> {
  return (await read(client.POST("/api/v1/session/preview", { body: { code } }))).data;
}

export async function signOut(): Promise<void> {
  await write((headers) => client.DELETE("/api/v1/session", { headers }));
}

/** Swaps the cookie for one that lasts longer. */
export async function renewSession(): Promise<Me> {
  return (await write((headers) => client.POST("/api/v1/session/renew", { headers }))) as Me;
}
