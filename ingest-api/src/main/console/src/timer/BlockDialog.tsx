import { Button, Group, Modal } from "@mantine/core";
import { useMe } from "../api/me";
import type { Block } from "../api/resources";
import { printMoment } from "../time/zones";
import { attempt } from "../ui/notify";
import { convertBlock, dismissBlock } from "./blocks";

/** What can become of a meeting. */
export function BlockDialog({ block, onClose }: { block: Block | undefined; onClose: () => void }) {
  const zone = useMe().timezone;
  const run = (task: Promise<void>) => {
    attempt(task);
    onClose();
  };
  return (
    <Modal opened={block !== undefined} onClose={onClose} title={block?.title ?? "Busy"}>
      {block && (
        <>
          <p className="dialog-text muted">
            {block.started_at && block.ended_at
              ? `${printMoment(block.started_at, zone)} – ${printMoment(block.ended_at, zone)}`
              : "All day"}{" "}
            · from your calendar
          </p>
          <Group mt="lg" justify="flex-end">
            <Button variant="default" onClick={() => run(dismissBlock(block))}>
              {block.state === "dismissed" ? "Bring back" : "Dismiss"}
            </Button>
            <Button disabled={!block.convertible} onClick={() => run(convertBlock(block))}>
              Make it an entry
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
