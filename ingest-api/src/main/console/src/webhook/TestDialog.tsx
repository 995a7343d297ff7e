import { Button, Group, Modal, Progress, Stack } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DeliveryWithAttempts, Webhook } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { StateBadge } from "../ui/StateBadge";
import { useNow } from "../ui/useNow";
import { AttemptDetails } from "./AttemptDetails";
import { testWebhook } from "./webhooks";

const PATIENCE_MILLIS = 15_000;
const TICK_MILLIS = 1000;

interface Props {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}

/** Sends a test as soon as it is opened, and shows what came back. */
export function TestDialog({ webhook, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size={640} title="Test">
      {opened && <TestRun id={webhook.id} onClose={onClose} />}
    </Modal>
  );
}

function TestRun({ id, onClose }: { id: string; onClose: () => void }) {
  const [delivery, setDelivery] = useState<DeliveryWithAttempts>();
  const [error, setError] = useState<unknown>();
  const hasBegun = useRef(false);
  const send = useCallback(async () => {
    setDelivery(undefined);
    setError(undefined);
    try {
      setDelivery(await testWebhook(id));
    } catch (thrown) {
      setError(thrown);
    }
  }, [id]);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void send();
  }, [send]);
  if (!delivery && error === undefined) return <Countdown />;
  return (
    <Stack gap="lg">
      {error !== undefined && <ProblemBox error={error} />}
      {delivery && <StateBadge state={delivery.state} />}
      {delivery?.attempts.map((attempt) => (
        <AttemptDetails key={attempt.attempt_no} attempt={attempt} body={delivery.body} />
      ))}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void send()}>
          Test again
        </Button>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}

/** How long the answer may still take. */
function Countdown() {
  const now = useNow(TICK_MILLIS);
  const [began] = useState(now);
  const left = Math.max(0, PATIENCE_MILLIS - (now - began));
  return (
    <Stack gap="sm">
      <span aria-live="polite">Waiting for the answer…</span>
      <Progress
        value={(left / PATIENCE_MILLIS) * 100}
        aria-label="Time left"
        transitionDuration={TICK_MILLIS}
      />
      <span className="muted">{Math.ceil(left / 1000)} s left</span>
    </Stack>
  );
}
