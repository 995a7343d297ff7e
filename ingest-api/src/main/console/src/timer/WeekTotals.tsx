import { RingProgress } from "@mantine/core";
import type { TimeEntry } from "../api/resources";
import { printDuration } from "../time/durations";

interface Props {
  entries: TimeEntry[];
  capacityHours: number;
}

/** What the week has so far, against the hours that are expected. */
export function WeekTotals({ entries, capacityHours }: Props) {
  const done = entries.filter((entry) => entry.status !== "running");
  const total = sum(done);
  const billable = sum(done.filter((entry) => entry.billable));
  const share = capacityHours > 0 ? total / (capacityHours * 3600) : 0;
  return (
    <div className="week-totals">
      <RingProgress
        size={30}
        thickness={4}
        roundCaps
        sections={[
          { value: Math.min(100, share * 100), color: share > 1 ? "var(--warn)" : "var(--accent)" },
        ]}
        aria-hidden
      />
      <span>
        <strong>{printDuration(total)}</strong>
        <span className="muted"> of {printDuration(capacityHours * 3600)}</span>
      </span>
      <span className="muted">billable {printDuration(billable)}</span>
    </div>
  );
}

function sum(entries: TimeEntry[]): number {
  return entries.reduce((seconds, entry) => seconds + entry.duration_seconds, 0);
}
