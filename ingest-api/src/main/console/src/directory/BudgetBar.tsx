import { TriangleAlert } from "lucide-react";
import { printDuration } from "../time/durations";
import { type Budget, printRatio } from "./budget";

/** Tracked against planned hours, in figures and as a bar. */
export function BudgetBar({ budget }: { budget: Budget }) {
  const { seconds, plannedHours, ratio, tone } = budget;
  if (plannedHours === undefined || ratio === undefined) {
    return <span className="muted">{printDuration(seconds)}</span>;
  }
  return (
    <span className="budget">
      <span className="budget-figures">
        <span>
          {printDuration(seconds)}{" "}
          <span className="muted">of {printDuration(plannedHours * 3600)}</span>
        </span>
        <span className="state" data-tone={tone === "ok" ? undefined : tone}>
          {tone === "bad" && <TriangleAlert size={12} aria-label="Over the plan:" />}
          {printRatio(ratio)}
        </span>
      </span>
      <span className="budget-bar" data-tone={tone} aria-hidden>
        <span style={{ width: `${Math.min(1, ratio) * 100}%` }} />
      </span>
    </span>
  );
}
