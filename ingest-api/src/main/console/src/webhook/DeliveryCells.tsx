import { UnstyledButton } from "@mantine/core";
import type { Delivery } from "../api/resources";
import { instantMillis, printMoment } from "../time/zones";
import { StateBadge } from "../ui/StateBadge";
import { printUntil } from "./lateness";
import { printOutcome } from "./outcome";

interface Props {
  delivery: Delivery;
  zone: string;
  now: number;
  onOpen: (deliveryId: string) => void;
}

const TRIGGERS: Record<Delivery["trigger"], string | undefined> = {
  event: undefined,
  test: undefined,
  manual: "again",
  replay: "replay",
};

/** A delivery as a row of the table. */
export function DeliveryCells({ delivery, zone, now, onOpen }: Props) {
  const trigger = TRIGGERS[delivery.trigger];
  const next = delivery.next_attempt_at;
  return (
    <>
      <span role="cell" className="deliveries-event">
        <UnstyledButton className="cut" onClick={() => onOpen(delivery.id)}>
          {delivery.event_type}
        </UnstyledButton>
        {trigger && <span className="chip">{trigger}</span>}
      </span>
      <span role="cell" className="deliveries-state">
        <StateBadge state={delivery.state} />
        {delivery.state === "pending" && next && (
          <span className="muted"> {printUntil(instantMillis(next) - now)}</span>
        )}
      </span>
      <span role="cell" className="muted cut deliveries-answer">
        {delivery.last_outcome
          ? printOutcome(delivery.last_outcome, delivery.last_status_code)
          : "–"}
      </span>
      <span role="cell" className="figure muted deliveries-tries">
        {delivery.attempt_count}
      </span>
      <span role="cell" className="figure muted deliveries-time">
        {printMoment(delivery.created_at, zone, true)}
      </span>
    </>
  );
}
