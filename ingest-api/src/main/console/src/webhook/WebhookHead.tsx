import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, KeyRound, Pause, Pencil, Play, RotateCw, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMe } from "../api/me";
import type { Webhook } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { printAgo, printMoment } from "../time/zones";
import { Confirm } from "../ui/Confirm";
import { CopyButton } from "../ui/CopyButton";
import { attempt } from "../ui/notify";
import { PageHead } from "../ui/PageHead";
import { StateBadge } from "../ui/StateBadge";
import { EditWebhookDialog } from "./EditWebhookDialog";
import { HealthLine } from "./HealthCells";
import { stateOf } from "./health";
import { SecretsDialog } from "./SecretsDialog";
import { TestDialog } from "./TestDialog";
import { removeWebhook, updateWebhook } from "./webhooks";

interface Props {
  webhook: Webhook;
  onReplay: () => void;
}

type Dialog = "test" | "edit" | "secrets" | "delete";

/** An endpoint's name, how it does, and what can be done with it. */
export function WebhookHead({ webhook, onReplay }: Props) {
  const [dialog, setDialog] = useState<Dialog>();
  const navigate = useNavigate();
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHead title={webhook.description || "Webhook"}>
        <span className="grow" />
        <Button leftSection={<Send size={14} />} onClick={() => setDialog("test")}>
          Test
        </Button>
        <Button
          variant="default"
          leftSection={webhook.enabled ? <Pause size={14} /> : <Play size={14} />}
          onClick={() => attempt(updateWebhook(webhook, { enabled: !webhook.enabled }))}
        >
          {webhook.enabled ? "Pause" : "Resume"}
        </Button>
        <Button variant="default" leftSection={<RotateCw size={14} />} onClick={onReplay}>
          Replay…
        </Button>
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label="More">
              <Ellipsis size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Pencil size={14} />} onClick={() => setDialog("edit")}>
              Edit…
            </Menu.Item>
            <Menu.Item leftSection={<KeyRound size={14} />} onClick={() => setDialog("secrets")}>
              Secrets…
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 size={14} />} onClick={() => setDialog("delete")}>
              Delete…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </PageHead>
      <Facts webhook={webhook} />
      <TestDialog webhook={webhook} opened={dialog === "test"} onClose={close} />
      <EditWebhookDialog webhook={webhook} opened={dialog === "edit"} onClose={close} />
      <SecretsDialog webhook={webhook} opened={dialog === "secrets"} onClose={close} />
      <Confirm
        opened={dialog === "delete"}
        title="Delete this webhook?"
        action="Delete"
        onClose={close}
        onConfirm={async () => {
          await removeWebhook(webhook);
          void navigate({ to: "/webhooks" });
        }}
      >
        What waits for it is cancelled, and nothing more is sent. This cannot be undone.
      </Confirm>
    </>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  const { state, label } = stateOf(webhook);
  const zone = useMe().timezone;
  return (
    <div className="webhook-facts">
      <span className="webhook-url">
        <span className="mono cut">{webhook.url}</span>
        <CopyButton value={webhook.url} label="Copy the address" />
      </span>
      <span>
        <StateBadge state={state} label={label} />
        {webhook.disabled_at && (
          <span className="muted" title={printMoment(webhook.disabled_at, zone, true)}>
            , {printAgo(webhook.disabled_at, serverNow())}
          </span>
        )}
      </span>
      <HealthLine webhook={webhook} />
      <span className="mono muted webhook-url">
        {webhook.id} <CopyButton value={webhook.id} label="Copy the id" />
      </span>
    </div>
  );
}
