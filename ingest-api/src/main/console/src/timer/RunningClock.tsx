import type { TimeEntry } from "../api/resources";
import { printClock } from "../time/durations";
import { instantMillis } from "../time/zones";
import { useNow } from "../ui/useNow";

/** The time that a timer has been running, by the server's clock. */
export function RunningClock({ running }: { running: TimeEntry | null }) {
  const now = useNow(1000, running !== null);
  const seconds = running?.started_at ? (now - instantMillis(running.started_at)) / 1000 : 0;
  return (
    <span className="clock" data-idle={running ? undefined : ""}>
      {printClock(seconds)}
    </span>
  );
}
