import { useEffect, useState } from "react";
import { serverNow } from "../time/serverClock";

/** The server's time, renewed every so many milliseconds while it is needed. */
export function useNow(everyMillis: number, isNeeded = true): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isNeeded) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis, isNeeded]);
  return now;
}
