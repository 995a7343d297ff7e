import { Button, Group, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { WaitingTimesheet } from "../api/resources";
import { moveSheet } from "../api/timesheets";
import { ProblemBox } from "../ui/ProblemBox";

interface Props {
  sheet: WaitingTimesheet | undefined;
  name: string;
  onClose: () => void;
}

/** Sends a sheet back; the reason is what its owner reads. */
export function RejectDialog({ sheet, name, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const close = () => {
    setReason("");
    setError(undefined);
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!sheet) return;
    try {
      await moveSheet(sheet, "reject", reason.trim());
      close();
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Modal opened={sheet !== undefined} onClose={close} title={`Reject the week of ${name}`}>
      <form onSubmit={submit}>
        <Textarea
          label="Reason"
          description="What has to change before you approve it"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={3}
          required
          data-autofocus
        />
        {error !== undefined && <ProblemBox error={error} />}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={reason.trim() === ""}>
            Reject
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
