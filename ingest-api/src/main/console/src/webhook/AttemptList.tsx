import type { DeliveryAttempt } from "../api/resources";
import { printMoment } from "../time/zones";
import { AttemptDetails } from "./AttemptDetails";
import { isLate, lateMillis, printLate, printMillis } from "./lateness";
import { isSuccess, printOutcome } from "./outcome";

interface Props {
  attempts: DeliveryAttempt[];
  body: string | undefined;
  zone: string;
}

/** Every call: when it was due, how late it began, what came of it. The last one is open. */
export function AttemptList({ attempts, body, zone }: Props) {
  if (attempts.length === 0) return <div className="muted">No attempt yet.</div>;
  const last = attempts.at(-1)?.attempt_no;
  return (
    <section aria-label="Attempts" className="attempts card">
      {attempts.map((attempt) => (
        <details key={attempt.attempt_no} open={attempt.attempt_no === last}>
          <summary className="attempt-row">
            <span className="muted">{attempt.attempt_no}</span>
            <span className="attempt-due">
              {printMoment(attempt.scheduled_for, zone, true)} <Late attempt={attempt} />
            </span>
            <span className="state cut" data-tone={toneOf(attempt)}>
              {printOutcome(attempt.outcome, attempt.status_code)}
            </span>
            <span className="figure muted">
              {attempt.total_ms === null ? "–" : printMillis(attempt.total_ms)}
            </span>
          </summary>
          <AttemptDetails attempt={attempt} body={body} />
        </details>
      ))}
    </section>
  );
}

function Late({ attempt }: { attempt: DeliveryAttempt }) {
  const late = lateMillis(attempt);
  return (
    <span
      className={isLate(late) ? "state" : "muted"}
      data-tone={isLate(late) ? "warn" : undefined}
      title="How long after its time it began"
    >
      {printLate(late)}
    </span>
  );
}

function toneOf({ outcome }: DeliveryAttempt) {
  if (outcome === null) return "info";
  return isSuccess(outcome) ? "ok" : "bad";
}
