import createClient, { type Middleware } from "openapi-fetch";
import { learnServerTime } from "../time/serverClock";
import { consistency } from "./consistency";
import { ApiProblem } from "./problem";
import type { paths } from "./schema";

const everyRequest: Middleware = {
  onRequest({ request }) {
    const token = consistency.current();
    if (request.method === "GET" && token) request.headers.set("X-Consistency-Token", token);
    return request;
  },
  onResponse({ request, response }) {
    learnServerTime(response.headers.get("Date"));
    if (request.method !== "GET") consistency.learn(response.headers.get("X-Consistency-Token"));
    return response;
  },
};

/** The API, typed by its document. The browser adds the session's cookie by itself. */
export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? "" });
client.use(everyRequest);

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What a GET answered, or its refusal as an {@link ApiProblem}. */
export async function read<T>(answer: Promise<Answered<T>>): Promise<NonNullable<T>> {
  let answered: Answered<T>;
  try {
    answered = await answer;
  } catch {
    throw ApiProblem.noAnswer();
  }
  if (answered.data === undefined || answered.data === null) {
    throw ApiProblem.of(answered.response, answered.error);
  }
  return answered.data;
}
