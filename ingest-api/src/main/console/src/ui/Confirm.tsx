import { Button, Group, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ProblemBox } from "./ProblemBox";

interface Props {
  opened: boolean;
  title: string;
  action: string;
  children: ReactNode;
  /** It can be taken back, so the button does not warn. */
  isHarmless?: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void>;
}

/** Asks before what cannot be taken back; everything else has Undo instead. */
export function Confirm({
  opened,
  title,
  action,
  children,
  isHarmless,
  onClose,
  onConfirm,
}: Props) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const close = () => {
    setError(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={title}>
      <p className="dialog-text">{children}</p>
      {error !== undefined && <ProblemBox error={error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          {...(!isHarmless && { color: "red" })}
          loading={isBusy}
          onClick={confirm}
          data-autofocus
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
