import { ActionIcon, Autocomplete, Button, Popover, TagsInput, Tooltip } from "@mantine/core";
import { DollarSign, Hash, Play, Square } from "lucide-react";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { updateEntry } from "../api/entries";
import { useSettings } from "../api/me";
import type { TimeEntry, TimeEntryPatch } from "../api/resources";
import { showTimer } from "../api/timer";
import { attempt } from "../ui/notify";
import { ProjectPicker } from "../ui/ProjectPicker";
import { type Work, workFields } from "../ui/work";
import { RunningClock } from "./RunningClock";
import { useTimerActions } from "./useTimerActions";

interface What {
  description: string;
  work: Work;
  tags: string[];
  billable: boolean;
}

const SUGGESTED = 8;

/** What somebody works on: starts a timer, and changes the one that runs. */
export function Composer({ recent }: { recent: TimeEntry[] }) {
  const defaultBillable = useSettings().default_billable;
  const { running, start, stop } = useTimerActions();
  const nothing = useMemo<What>(
    () => ({
      description: "",
      work: { project_id: null, task_id: null },
      tags: [],
      billable: defaultBillable,
    }),
    [defaultBillable],
  );
  const [what, setWhat] = useState<What>(nothing);
  // The running entry as it is elsewhere; what is being typed here is kept.
  const runningId = running?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another timer resets the fields
  useEffect(() => setWhat(running ? whatOf(running) : nothing), [runningId, nothing]);

  const change = (part: Partial<What>, patch?: TimeEntryPatch) => {
    setWhat((former) => ({ ...former, ...part }));
    if (running && patch) {
      attempt(updateEntry(running, patch, false).then((updated) => showTimer(updated)));
    }
  };
  const saveDescription = () => {
    if (running && what.description.trim() !== (running.description ?? "")) {
      change({}, { description: what.description.trim() || null });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (running) saveDescription();
    else begin(what);
  };
  const begin = (chosen: What) =>
    attempt(
      start({
        ...workFields(chosen.work),
        description: chosen.description.trim() || null,
        tags: chosen.tags,
        billable: chosen.billable,
      }),
    );
  const suggestions = useMemo(() => suggestionsOf(recent), [recent]);
  const take = (description: string) => {
    const entry = suggestions.get(description);
    if (!entry) return;
    const chosen = whatOf(entry);
    if (running) change(chosen, { description, ...workFields(chosen.work) });
    else setWhat(chosen);
  };

  return (
    <form className="composer card" onSubmit={submit}>
      <Autocomplete
        className="composer-what"
        variant="unstyled"
        size="md"
        placeholder="What are you working on?"
        aria-label="What are you working on?"
        value={what.description}
        onChange={(description) => setWhat((former) => ({ ...former, description }))}
        onOptionSubmit={take}
        onBlur={saveDescription}
        data={[...suggestions.keys()]}
        limit={SUGGESTED}
        maxLength={1000}
      />
      <div className="composer-rest">
        <ProjectPicker
          isQuiet
          value={what.work}
          onChange={(work) => change({ work }, workFields(work))}
        />
        <Popover position="bottom" width={280} trapFocus>
          <Popover.Target>
            <Tooltip label="Tags">
              <ActionIcon
                variant={what.tags.length > 0 ? "light" : "subtle"}
                color={what.tags.length > 0 ? "ink" : "gray"}
                size={32}
                aria-label={`Tags: ${what.tags.join(", ") || "none"}`}
              >
                <Hash size={16} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <TagsInput
              label="Tags"
              value={what.tags}
              onChange={(tags) => change({ tags }, { tags })}
              splitChars={[","]}
              data-autofocus
            />
          </Popover.Dropdown>
        </Popover>
        <Tooltip label={what.billable ? "Billable" : "Not billable"}>
          <ActionIcon
            variant={what.billable ? "light" : "subtle"}
            color={what.billable ? "ink" : "gray"}
            size={32}
            aria-label="Billable"
            aria-pressed={what.billable}
            onClick={() => change({ billable: !what.billable }, { billable: !what.billable })}
          >
            <DollarSign size={16} />
          </ActionIcon>
        </Tooltip>
        <RunningClock running={running} />
        {running ? (
          <Button
            color="red"
            leftSection={<Square size={12} fill="currentColor" />}
            onClick={() => attempt(stop())}
          >
            Stop
          </Button>
        ) : (
          <Button type="submit" leftSection={<Play size={14} fill="currentColor" />}>
            Start
          </Button>
        )}
      </div>
    </form>
  );
}

function whatOf(entry: TimeEntry): What {
  return {
    description: entry.description ?? "",
    work: { project_id: entry.project_id, task_id: entry.task_id },
    tags: entry.tags,
    billable: entry.billable,
  };
}

/** The newest entry of each description. */
function suggestionsOf(recent: TimeEntry[]): Map<string, TimeEntry> {
  const newestFirst = [...recent].sort((a, b) => b.created_at.localeCompare(a.created_at));
  const found = new Map<string, TimeEntry>();
  for (const entry of newestFirst) {
    if (entry.description && !found.has(entry.description)) found.set(entry.description, entry);
  }
  return found;
}
