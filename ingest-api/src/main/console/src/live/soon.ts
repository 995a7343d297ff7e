import { queryClient } from "../api/queryClient";

const PAUSE_MILLIS = 1000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Asks for a list on screen again, at most once a second however many events come. */
export function soon(queryKey: readonly string[]): void {
  const name = queryKey.join("/");
  if (waiting.has(name)) return;
  waiting.set(
    name,
    setTimeout(() => {
      waiting.delete(name);
      void queryClient.invalidateQueries({ queryKey });
    }, PAUSE_MILLIS),
  );
}
