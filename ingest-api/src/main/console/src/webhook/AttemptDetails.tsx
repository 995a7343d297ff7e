import { Tabs } from "@mantine/core";
import type { DeliveryAttempt } from "../api/resources";
import { printOutcome } from "./outcome";
import { PhaseBar } from "./PhaseBar";
import { VerifyPanel } from "./VerifyPanel";

interface Props {
  attempt: DeliveryAttempt;
  /** Absent for those who may not see rates, and when it is no longer kept. */
  body: string | undefined;
}

/** What was sent and what came back. */
export function AttemptDetails({ attempt, body }: Props) {
  return (
    <div className="attempt-details">
      <div>
        <strong>{printOutcome(attempt.outcome, attempt.status_code)}</strong>
        {attempt.error_detail && <div className="muted">{attempt.error_detail}</div>}
        {attempt.retry_after && (
          <div className="muted">It asked to wait: {attempt.retry_after}</div>
        )}
      </div>
      <PhaseBar attempt={attempt} />
      <Tabs defaultValue="response" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="request">Request</Tabs.Tab>
          <Tabs.Tab value="response">Response</Tabs.Tab>
          <Tabs.Tab value="verify">Verify</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="request">
          <Headers headers={attempt.request_headers} />
          <pre className="webhook-body">
            {body ?? "The body is no longer kept, or you may not see it (time:rates)."}
          </pre>
        </Tabs.Panel>
        <Tabs.Panel value="response">
          <Headers headers={attempt.response_headers} />
          <pre className="webhook-body">{attempt.response_body || "Nothing in the body."}</pre>
          {attempt.response_truncated && (
            <div className="muted">Cut off: only the first 16 KiB are kept.</div>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="verify">
          <VerifyPanel headers={attempt.request_headers} body={body} />
        </Tabs.Panel>
      </Tabs>
      {(attempt.remote_ip || attempt.trace_id) && (
        <div className="mono muted">
          {[attempt.remote_ip, attempt.trace_id].filter(Boolean).join(" · ")}
        </div>
      )}
    </div>
  );
}

function Headers({ headers }: { headers: Record<string, unknown> | null }) {
  const all = Object.entries(headers ?? {});
  if (all.length === 0) return <div className="muted webhook-none">No headers.</div>;
  return (
    <dl className="webhook-headers mono">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd>{Array.isArray(value) ? value.join(", ") : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
