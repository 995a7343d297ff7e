import { Button, Drawer, Group } from "@mantine/core";
import { Play, Trash2 } from "lucide-react";
import { removeEntry } from "../api/entries";
import type { TimeEntry } from "../api/resources";
import { CopyButton } from "./CopyButton";
import { EntryForm } from "./EntryForm";
import type { EntryDraft } from "./entryDraft";
import { attempt } from "./notify";
import { StateBadge } from "./StateBadge";
import "./entryForm.css";

/** What the drawer shows: an entry, or one that is still to be made. */
export type Opened = { entry: TimeEntry } | { draft: EntryDraft };

interface Props {
  opened: Opened | undefined;
  onClose: () => void;
  onContinue?: (entry: TimeEntry) => void;
}

export function EntryDrawer({ opened, onClose, onContinue }: Props) {
  const entry = opened && "entry" in opened ? opened.entry : undefined;
  return (
    <Drawer
      opened={opened !== undefined}
      onClose={onClose}
      position="right"
      size={440}
      title={entry ? "Entry" : "New entry"}
      transitionProps={{ duration: 120 }}
    >
      {opened && (
        <>
          {entry && (
            <Group gap="sm" mb="lg">
              <StateBadge state={entry.status} />
              {entry.needs_review && (
                <StateBadge state="needs_review" label={entry.review_reason ?? "Needs review"} />
              )}
              <span className="mono muted">{entry.id}</span>
              <CopyButton value={entry.id} label="Copy the id" />
            </Group>
          )}
          <EntryForm
            key={entry?.id ?? "new"}
            opened={opened}
            onDone={onClose}
            actions={
              entry && (
                <>
                  {onContinue && entry.status !== "running" && (
                    <Button
                      variant="default"
                      leftSection={<Play size={14} />}
                      onClick={() => {
                        onContinue(entry);
                        onClose();
                      }}
                    >
                      Continue
                    </Button>
                  )}
                  {entry.status !== "submitted" && entry.status !== "approved" && (
                    <Button
                      variant="subtle"
                      color="gray"
                      leftSection={<Trash2 size={14} />}
                      onClick={() => {
                        attempt(removeEntry(entry));
                        onClose();
                      }}
                    >
                      Delete
                    </Button>
                  )}
                </>
              )
            }
          />
        </>
      )}
    </Drawer>
  );
}
