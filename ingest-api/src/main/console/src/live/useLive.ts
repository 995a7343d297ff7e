import { useEffect, useSyncExternalStore } from "react";
import { meQuery } from "../api/me";
import { queryClient } from "../api/queryClient";
import { applyChange } from "./applyEvent";
import { Feed } from "./feed";
import type { LiveState } from "./stream";

export const feed = new Feed();

/** Keeps this tab's data true for as long as somebody is signed in. */
export function useLive(userId: string): void {
  useEffect(() => {
    const forget = feed.onChange((change) => applyChange(change, userId));
    feed.start();
    return () => {
      forget();
      feed.stop();
    };
  }, [userId]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(feed.subscribeState, feed.state);
}

/** A stream that was refused means that the session has ended. */
feed.subscribeState(() => {
  if (feed.state() === "signed_out") void queryClient.invalidateQueries(meQuery);
});
