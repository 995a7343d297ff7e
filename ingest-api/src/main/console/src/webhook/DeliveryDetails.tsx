import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useMe } from "../api/me";
import type { DeliveryWithAttempts } from "../api/resources";
import { instantMillis, printMoment } from "../time/zones";
import { CopyButton } from "../ui/CopyButton";
import { notifyProblem } from "../ui/notify";
import { StateBadge } from "../ui/StateBadge";
import { useNow } from "../ui/useNow";
import { AttemptList } from "./AttemptList";
import { redeliver } from "./deliveries";
import { printUntil } from "./lateness";

interface Props {
  delivery: DeliveryWithAttempts;
  onOpen: (deliveryId: string) => void;
}

/** What was sent, what came of it, and the way to send it once more. */
export function DeliveryDetails({ delivery, onOpen }: Props) {
  const zone = useMe().timezone;
  const [isBusy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    try {
      onOpen(await redeliver(delivery));
    } catch (thrown) {
      notifyProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="lg">
      <div className="delivery-head">
        <strong>{delivery.event_type}</strong>
        <StateBadge state={delivery.state} />
        <Next delivery={delivery} />
      </div>
      {delivery.final_reason && <div className="muted">Ended: {delivery.final_reason}</div>}
      <dl className="facts">
        <Fact label="Delivery" id={delivery.id} />
        <Fact label="Event" id={delivery.event_id} />
        <div>
          <dt>Happened</dt>
          <dd>
            {printMoment(delivery.occurred_at, zone, true)} ·{" "}
            <Link to="/ledger" search={{ tab: "audit" }} className="delivery-ledger">
              Ledger
            </Link>
          </dd>
        </div>
      </dl>
      <Button leftSection={<RotateCw size={14} />} loading={isBusy} onClick={() => void again()}>
        Deliver again
      </Button>
      <AttemptList attempts={delivery.attempts} body={delivery.body} zone={zone} />
    </Stack>
  );
}

function Fact({ label, id }: { label: string; id: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="mono">
        {id} <CopyButton value={id} label={`Copy the id of the ${label.toLowerCase()}`} />
      </dd>
    </div>
  );
}

const TICK_MILLIS = 1000;

function Next({ delivery }: { delivery: DeliveryWithAttempts }) {
  const next = delivery.state === "pending" ? delivery.next_attempt_at : null;
  const now = useNow(TICK_MILLIS, next !== null);
  if (next === null) return null;
  return <span className="muted">next try: {printUntil(instantMillis(next) - now)}</span>;
}
