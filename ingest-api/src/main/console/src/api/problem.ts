import type { components } from "./schema";

export type ErrorCode = components["schemas"]["ErrorCode"];
export type Detail = components["schemas"]["Detail"];
type ErrorBody = components["schemas"]["Error"];

/** An answer that refuses. `no_answer` stands for a request that nobody answered. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ErrorCode | "no_answer",
    message: string,
    readonly status: number,
    readonly details: readonly Detail[] = [],
    readonly requestId?: string,
    /** Seconds that the server asks to wait. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = "ApiProblem";
  }

  static of(response: Response, body: unknown): ApiProblem {
    const error = (body as Partial<ErrorBody> | undefined)?.error;
    const wait = Number(response.headers.get("Retry-After") ?? Number.NaN);
    return new ApiProblem(
      error?.code ?? "internal_error",
      error?.message ?? `The server answered ${response.status}.`,
      response.status,
      error?.details ?? [],
      error?.request_id ?? response.headers.get("X-Request-Id") ?? undefined,
      Number.isNaN(wait) ? undefined : wait,
    );
  }

  static noAnswer(): ApiProblem {
    return new ApiProblem("no_answer", "The server did not answer.", 0);
  }

  /** What the answer says about one field. */
  of(field: string): string | undefined {
    return this.details.find((detail) => detail.field === field)?.message;
  }

  get isTemporary(): boolean {
    return this.code === "no_answer" || this.status === 503 || this.status === 429;
  }
}

export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return new ApiProblem("internal_error", thrown instanceof Error ? thrown.message : "Unknown", 0);
}
