/** Runs the task in one tab of the browser; when that tab closes, another one takes over. */
export function lead(name: string, task: (signal: AbortSignal) => Promise<void>): () => void {
  const stop = new AbortController();
  if (!("locks" in navigator)) {
    void task(stop.signal);
  } else {
    navigator.locks
      .request(name, { signal: stop.signal }, () => task(stop.signal))
      .catch(() => undefined);
  }
  return () => stop.abort();
}
