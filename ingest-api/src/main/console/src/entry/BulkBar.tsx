import { Button, CloseButton, Menu } from "@mantine/core";
import { DollarSign, Flag, Trash2 } from "lucide-react";
import { useState } from "react";
import { queryClient } from "../api/queryClient";
import type { TimeEntry } from "../api/resources";
import { printDuration } from "../time/durations";
import { ProjectPicker } from "../ui/ProjectPicker";
import { workFields } from "../ui/work";
import { type BulkChange, type BulkOutcome, changeAll } from "./bulk";

interface Props {
  entries: TimeEntry[];
  onDone: () => void;
}

/** What can be done with everything that is selected, as one batch. */
export function BulkBar({ entries, onDone }: Props) {
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const [isBusy, setBusy] = useState(false);
  const total = entries.reduce((sum, entry) => sum + entry.duration_seconds, 0);
  const run = async (change: BulkChange) => {
    setBusy(true);
    try {
      const result = await changeAll(entries, change);
      await queryClient.invalidateQueries({ queryKey: ["entry-pages"] });
      if (result.refused.length === 0) onDone();
      else setOutcome(result);
    } finally {
      setBusy(false);
    }
  };
  return (
    <aside className="bulk card" aria-label="Selection">
      <strong>{entries.length} selected</strong>
      <span className="muted">{printDuration(total)}</span>
      <ProjectPicker
        isQuiet
        value={{ project_id: null, task_id: null }}
        onChange={(work) => void run({ kind: "update", patch: workFields(work) })}
      />
      <Menu position="top">
        <Menu.Target>
          <Button variant="default" loading={isBusy}>
            Change…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<DollarSign size={14} />}
            onClick={() => void run({ kind: "update", patch: { billable: true } })}
          >
            Billable
          </Menu.Item>
          <Menu.Item
            leftSection={<DollarSign size={14} />}
            onClick={() => void run({ kind: "update", patch: { billable: false } })}
          >
            Not billable
          </Menu.Item>
          <Menu.Item
            leftSection={<Flag size={14} />}
            onClick={() => void run({ kind: "update", patch: { needs_review: false } })}
          >
            Reviewed
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={14} />}
            onClick={() => void run({ kind: "delete" })}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {outcome && (
        <span className="state" data-tone="bad" role="alert">
          {outcome.refused.length} refused: {outcome.refused[0]}
        </span>
      )}
      <CloseButton aria-label="Clear the selection" onClick={onDone} />
    </aside>
  );
}
