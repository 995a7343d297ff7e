import type { DeliveryAttempt } from "../api/resources";
import { printMillis } from "./lateness";
import { phasesOf } from "./outcome";

/** Where the time of a call went. */
export function PhaseBar({ attempt }: { attempt: DeliveryAttempt }) {
  const phases = phasesOf(attempt);
  if (phases.length === 0) return null;
  return (
    <div>
      <div className="phase-bar" aria-hidden>
        {phases.map((phase) => (
          <span key={phase.name} data-phase={phase.name} style={{ flexGrow: phase.millis }} />
        ))}
      </div>
      <div className="phase-names muted">
        {phases.map((phase) => (
          <span key={phase.name}>
            {phase.name} {printMillis(phase.millis)}
          </span>
        ))}
      </div>
    </div>
  );
}
