import { Modal } from "@mantine/core";
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
      <WebhookForm
        initial={draftOf(webhook)}
        action="Save"
        onSend={async (body) => {
          await updateWebhook(webhook, body);
          onClose();
        }}
      />
    </Modal>
  );
}
