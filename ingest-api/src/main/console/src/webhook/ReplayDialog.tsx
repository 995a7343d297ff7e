import { Modal } from "@mantine/core";
import type { DeliveryFilter } from "./deliveryFilter";
import { ReplayForm } from "./ReplayForm";

interface Props {
  webhookId: string;
  /** That of the list, while the dialog is open. */
  filter: DeliveryFilter | undefined;
  onStarted: (replayId: string) => void;
  onClose: () => void;
}

/** Sends again all that fit the filter, not only those on screen. */
export function ReplayDialog({ webhookId, filter, onStarted, onClose }: Props) {
  return (
    <Modal opened={filter !== undefined} onClose={onClose} title="Replay all that fit the filter">
      {filter && (
        <ReplayForm
          webhookId={webhookId}
          filter={filter}
          onStarted={(id) => {
            onStarted(id);
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
