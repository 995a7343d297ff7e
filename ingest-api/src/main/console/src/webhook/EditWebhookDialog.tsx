import { Modal } from "@mantine/core";
import { useState } from "react";
import type { Webhook } from "../api/resources";
import { WebhookForm } from "./WebhookForm";
import { draftOf } from "./webhookDraft";
import { updateWebhook } from "./webhooks";

interface Props {
  webhook: Webhook;
  opened: boolean;
  onClose: () => void;
}

export function EditWebhookDialog({ webhook, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size={560} title="Edit the webhook">
      <EditForm webhook={webhook} onDone={onClose} />
    </Modal>
  );
}

/** Changes the version that it began with; if somebody else was faster, it is refused. */
function EditForm({ webhook, onDone }: { webhook: Webhook; onDone: () => void }) {
  const [edited] = useState(webhook);
  return (
    <WebhookForm
      initial={draftOf(edited)}
      action="Save"
      onSend={async (body) => {
        await updateWebhook(edited, body);
        onDone();
      }}
    />
  );
}
