import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { timerQuery } from "../api/timer";
import { printClock } from "../time/durations";
import { instantMillis } from "../time/zones";
import { useNow } from "../ui/useNow";

const TITLE_MILLIS = 1000;

/** The running time in the tab's title, so that nobody forgets a timer in another tab. */
export function TabTitle({ page }: { page: string }) {
  const running = useQuery(timerQuery).data;
  const now = useNow(TITLE_MILLIS, running !== null && running !== undefined);
  const clock = running?.started_at
    ? `● ${printClock((now - instantMillis(running.started_at)) / 1000)} · `
    : "";
  useEffect(() => {
    document.title = `${clock}${page} · Timeledger`;
  }, [clock, page]);
  return null;
}
