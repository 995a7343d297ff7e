import { Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { CreatedWebhook } from "../api/resources";
import { ShownSecret } from "./ShownSecret";
import { WebhookForm } from "./WebhookForm";
import { NEW_DRAFT } from "./webhookDraft";
import { createWebhook } from "./webhooks";

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** Makes a webhook, and does not close before its secret is kept. */
export function NewWebhookDialog({ opened, onClose }: Props) {
  const [created, setCreated] = useState<CreatedWebhook>();
  const navigate = useNavigate();
  const close = () => {
    setCreated(undefined);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={560}
      title={created ? "Copy the secret now" : "New webhook"}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
    >
      {created ? (
        <ShownSecret
          secret={created.secret ?? ""}
          onDone={() => {
            close();
            void navigate({ to: "/webhooks/$id", params: { id: created.id } });
          }}
        />
      ) : (
        <WebhookForm
          initial={NEW_DRAFT}
          action="Create"
          onSend={async (body) => setCreated(await createWebhook(body))}
        />
      )}
    </Modal>
  );
}
