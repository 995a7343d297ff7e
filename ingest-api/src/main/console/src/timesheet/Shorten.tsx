import { Button, Modal } from "@mantine/core";
import { removeEntry, updateEntry } from "../api/entries";
import { useMe } from "../api/me";
import type { TimeEntry } from "../api/resources";
import { printDuration, spellDuration } from "../time/durations";
import { instantAt, instantMillis, printTime } from "../time/zones";
import { attempt } from "../ui/notify";
import type { Asked } from "./useCellWrites";

/** Which of a cell's entries becomes shorter: a person's decision, since it was measured. */
export function Shorten({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const zone = useMe().timezone;
  const shorten = (entry: TimeEntry, missing: number) => {
    attempt(shortened(entry, missing, zone));
    onClose();
  };
  return (
    <Modal
      opened={asked !== undefined}
      onClose={onClose}
      title={asked ? `Which one becomes ${spellDuration(asked.missing)} shorter?` : ""}
    >
      <div className="shorten">
        {asked?.entries.map((entry) => (
          <Button
            key={entry.id}
            variant="default"
            justify="space-between"
            fullWidth
            disabled={entry.duration_seconds < asked.missing}
            onClick={() => shorten(entry, asked.missing)}
            rightSection={printDuration(entry.duration_seconds)}
          >
            {entry.description || "No description"}
            {entry.started_at && ` · ${printTime(entry.started_at, zone)}`}
          </Button>
        ))}
      </div>
    </Modal>
  );
}

async function shortened(entry: TimeEntry, missing: number, zone: string): Promise<void> {
  const seconds = entry.duration_seconds - missing;
  if (seconds <= 0) return removeEntry(entry);
  if (entry.started_at) {
    const end = instantMillis(entry.started_at) + seconds * 1000;
    await updateEntry(entry, { ended_at: instantAt(end, zone) });
  } else {
    await updateEntry(entry, { duration_seconds: seconds });
  }
}
