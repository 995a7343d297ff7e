import { Button, Modal, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { Webhook } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { useNow } from "../ui/useNow";
import { SecretList } from "./SecretList";
import { ShownSecret } from "./ShownSecret";
import { rolesOf } from "./secretRoles";
import { promoteSecret, rotateSecret } from "./webhooks";

interface Props {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}

const TICK_MILLIS = 1000;
const GRACES = [
  { value: "3600", label: "an hour" },
  { value: "86400", label: "a day" },
  { value: "604800", label: "7 days" },
  { value: "0", label: "not at all" },
];

/** A new secret in two steps: both sign until the receiver knows the new one. */
export function SecretsDialog({ webhook, opened, onClose }: Props) {
  const [shown, setShown] = useState<string>();
  const isShown = shown !== undefined;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={isShown ? "Copy the new secret now" : "Secrets"}
      closeOnClickOutside={!isShown}
      closeOnEscape={!isShown}
      withCloseButton={!isShown}
    >
      {shown !== undefined ? (
        <ShownSecret secret={shown} onDone={() => setShown(undefined)} />
      ) : (
        <Steps webhook={webhook} onShow={setShown} />
      )}
    </Modal>
  );
}

function Steps({ webhook, onShow }: { webhook: Webhook; onShow: (secret: string) => void }) {
  const now = useNow(TICK_MILLIS);
  const [grace, setGrace] = useState<string | null>("86400");
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const roles = rolesOf(webhook.secrets, now);
  const run = async (step: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await step();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const rotate = () =>
    run(async () => {
      const { secret } = await rotateSecret(webhook, Number(grace ?? 0));
      onShow(secret ?? "");
    });
  return (
    <Stack gap="lg">
      <SecretList roles={roles} now={now} />
      <section className="secret-step">
        <h2>1. Make a new secret</h2>
        <p className="muted">
          <span className="mono">webhook-signature</span> holds a signature by each secret while the
          former ones go on.
        </p>
        <div className="secret-make">
          <Select
            label="The former ones go on for"
            data={GRACES}
            value={grace}
            onChange={setGrace}
            allowDeselect={false}
          />
          <Button variant={roles.next ? "default" : "filled"} loading={isBusy} onClick={rotate}>
            Make a new secret
          </Button>
        </div>
      </section>
      <section className="secret-step">
        <h2>2. Make it the primary one</h2>
        <p className="muted">
          <span className="mono">X-Workestra-Signature</span> holds one signature only, by the
          primary secret. Do this when your receiver knows the new one; else it happens by itself
          when the former one ends.
        </p>
        <Button
          disabled={!roles.next}
          variant={roles.next ? "filled" : "default"}
          loading={isBusy}
          onClick={() => run(() => promoteSecret(webhook))}
        >
          {roles.next ? `Make secret ${roles.next.seq} the primary one` : "No new secret waits"}
        </Button>
      </section>
      {error !== undefined && <ProblemBox error={error} />}
    </Stack>
  );
}
