import { ApiProblem } from "../api/problem";
import type { Call } from "./sample";

/** Calls the API of this page's server, or of another one by a token. */
export function caller(base = "", token?: string): Call {
  return async (method, path, body) => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.json().catch(() => undefined);
    if (!response.ok) throw ApiProblem.of(response, answer);
    return (answer as { data: unknown }).data;
  };
}
