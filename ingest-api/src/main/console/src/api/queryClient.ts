import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

const MOST_TRIES = 3;

/** Events keep what is cached true, so nothing is fetched again only because time has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (tries, error) => asProblem(error).isTemporary && tries < MOST_TRIES,
      retryDelay: (tries, error) =>
        Math.max(1000 * 2 ** tries, (asProblem(error).retryAfter ?? 0) * 1000),
    },
  },
});
