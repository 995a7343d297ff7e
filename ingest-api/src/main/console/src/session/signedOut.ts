import { useSyncExternalStore } from "react";
import { asProblem } from "../api/problem";
import { queryClient } from "../api/queryClient";

let isSignedOut = false;
const listeners = new Set<() => void>();

export function setSignedOut(value: boolean): void {
  if (isSignedOut === value) return;
  isSignedOut = value;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the server no longer knows this browser's session. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(subscribe, () => isSignedOut);
}

/** Any refused read or write tells. */
export function watchForTheEnd(): void {
  const judge = (error: unknown) => {
    if (asProblem(error).status === 401) setSignedOut(true);
  };
  queryClient.getQueryCache().config.onError = judge;
  queryClient.getMutationCache().config.onError = judge;
}
