import { client } from "./client";
import { decisionHint } from "./decisions";
import { ApiProblem } from "./problem";
import type { components } from "./schema";

type Accepted = components["schemas"]["AcceptedCommandResponse"];
type Resource<T> = Exclude<T, Accepted> extends { data: infer R } ? R : undefined;

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Sends the same intent once more; the headers make sure that it happens once. */
type Attempt<T> = (headers: Record<string, string>) => Promise<Answered<T>>;

interface Options {
  /** The version that was edited; another one is refused with 412. */
  version?: number;
  wait?: (millis: number) => Promise<void>;
  key?: string;
}

const MOST_ATTEMPTS = 5;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** When to ask about a command that the API has accepted but not decided. */
const DECISION_PAUSES = [500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000];

/** One intent of a person: one idempotency key, however often it must be sent. */
export async function write<T>(
  attempt: Attempt<T>,
  options: Options = {},
): Promise<Resource<NonNullable<T>>> {
  const wait = options.wait ?? pause;
  const headers: Record<string, string> = {
    "Idempotency-Key": options.key ?? crypto.randomUUID(),
    ...(options.version !== undefined && { "If-Match": `"${options.version}"` }),
  };
  for (let tries = 1; ; tries++) {
    try {
      return await settle(await answerOf(attempt, headers), wait);
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || !problem.isTemporary || tries === MOST_ATTEMPTS) {
        throw problem;
      }
      await wait(pauseAfter(problem, tries));
    }
  }
}

function pauseAfter(problem: ApiProblem, tries: number): number {
  const backOff = FIRST_PAUSE * 2 ** (tries - 1);
  return Math.min(LONGEST_PAUSE, Math.max(backOff, (problem.retryAfter ?? 0) * 1000));
}

async function answerOf<T>(attempt: Attempt<T>, headers: Record<string, string>) {
  let answered: Answered<T>;
  try {
    answered = await attempt(headers);
  } catch {
    throw ApiProblem.noAnswer();
  }
  if (!answered.response.ok) throw ApiProblem.of(answered.response, answered.error);
  return answered;
}

async function settle<T>(answered: Answered<T>, wait: (millis: number) => Promise<void>) {
  const body = answered.data as { data?: unknown } | undefined;
  if (answered.response.status !== 202 || isLater(body?.data)) {
    return body?.data as Resource<NonNullable<T>>;
  }
  const id = (body?.data as Accepted["data"] | undefined)?.command_id;
  if (id === undefined) throw ApiProblem.noAnswer();
  for (const millis of DECISION_PAUSES) {
    await Promise.race([wait(millis), decisionHint(id)]);
    const status = await client
      .GET("/api/v1/commands/{id}", { params: { path: { id } } })
      .catch(() => undefined);
    const command = status?.data?.data;
    if (command?.status === "accepted") {
      return command.results?.[0]?.resource as Resource<NonNullable<T>>;
    }
    if (command?.status === "rejected" && command.error) {
      throw new ApiProblem(command.error.code, command.error.message, 409, command.error.details);
    }
  }
  throw new ApiProblem(
    "no_answer",
    "It is safe in the log, but not decided yet; it will appear by itself.",
    202,
  );
}

/** What will be done for sure has its own address already; there is nothing to be decided. */
function isLater(data: unknown): boolean {
  return typeof data === "object" && data !== null && "id" in data && !("command_id" in data);
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
