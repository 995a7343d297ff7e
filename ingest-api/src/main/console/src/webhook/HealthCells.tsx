import { useQuery } from "@tanstack/react-query";
import type { Webhook } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { deliveryCountQuery, recentDeliveriesQuery } from "./deliveries";
import { type Health, healthOf, printShare, toneOf } from "./health";
import { printMillis } from "./lateness";

/** How an endpoint does, as cells of the table. */
export function HealthCells({ webhook }: { webhook: Webhook }) {
  const health = useHealth(webhook);
  if (!health) {
    return (
      <>
        <td data-label="Delivered" className="figure muted">
          –
        </td>
        <td data-label="Oldest due" className="figure muted">
          –
        </td>
      </>
    );
  }
  return (
    <>
      <td data-label="Delivered" className="figure">
        <Share health={health} />
      </td>
      <td data-label="Oldest due" className="figure">
        <Due health={health} />
      </td>
    </>
  );
}

/** The same in one line, for the endpoint's own page. */
export function HealthLine({ webhook }: { webhook: Webhook }) {
  const health = useHealth(webhook);
  return health ? (
    <span className="webhook-health muted">
      <Share health={health} /> · oldest due <Due health={health} />
    </span>
  ) : null;
}

function useHealth(webhook: Webhook): Health | undefined {
  const recent = useQuery(recentDeliveriesQuery(webhook.id)).data;
  const held = useQuery({
    ...deliveryCountQuery(webhook.id, { state: "held" }),
    enabled: !webhook.enabled,
  }).data;
  if (!recent) return undefined;
  const health = healthOf(recent, serverNow());
  return held === undefined ? health : { ...health, held };
}

function Share({ health }: { health: Health }) {
  return (
    <span>
      <span className="state" data-tone={toneOf(health)}>
        {printShare(health)}
      </span>{" "}
      {health.ended > 0 && <span className="muted">of the last {health.ended}</span>}
      {health.held > 0 && <span className="muted"> · {health.held} held</span>}
    </span>
  );
}

const SLOW_MILLIS = 5000;

function Due({ health }: { health: Health }) {
  const millis = health.dueMillis ?? 0;
  return (
    <span className="state" data-tone={millis > SLOW_MILLIS ? "bad" : undefined}>
      {millis === 0 ? "none" : printMillis(millis)}
    </span>
  );
}
