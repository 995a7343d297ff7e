import { ApiProblem } from "../api/problem";
import type { Me } from "../api/resources";

/** Whose link or token something is, before anybody is signed in by it. */
export interface Preview {
  user_id: string;
  name?: string | null;
  email?: string | null;
}

export interface Provider {
  id: string;
  name: string;
}

type Proof = { code: string } | { token: string };

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/session${path}`, {
      method,
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw ApiProblem.noAnswer();
  }
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw ApiProblem.of(response, answer);
  return (answer as { data: T } | undefined)?.data as T;
}

export function signIn(proof: Proof): Promise<Me> {
  return call("POST", "", proof);
}

export function previewCode(code: string): Promise<Preview> {
  return call("POST", "/preview", { code });
}

export function signOut(): Promise<void> {
  return call("DELETE", "");
}

export function renewSession(): Promise<void> {
  return call("POST", "/renew", {});
}
