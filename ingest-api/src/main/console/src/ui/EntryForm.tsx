import { Button, Group, Switch, TagsInput, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { createEntry, updateEntry } from "../api/entries";
import { useMe, useSettings } from "../api/me";
import { asProblem } from "../api/problem";
import type { TimeEntry } from "../api/resources";
import { parseDuration, printDuration, spellDuration } from "../time/durations";
import type { Opened } from "./EntryDrawer";
import { creationOf, draftOf, type EntryDraft, patchOf, timesOf } from "./entryDraft";
import { ProblemBox } from "./ProblemBox";
import { ProjectPicker } from "./ProjectPicker";

interface Props {
  opened: Opened;
  onDone: () => void;
  actions: ReactNode;
}

export function EntryForm({ opened, onDone, actions }: Props) {
  const me = useMe();
  const weekStart = useSettings().week_start_day;
  const entry = "entry" in opened ? opened.entry : undefined;
  const zone = entry?.timezone ?? me.timezone;
  const [draft, setDraft] = useState<EntryDraft>(
    "entry" in opened ? draftOf(opened.entry, zone) : opened.draft,
  );
  const [error, setError] = useState<unknown>();
  const [refused, setRefused] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const tags = useKnownTags();
  const isLocked = entry?.status === "submitted" || entry?.status === "approved";
  const isRunning = entry?.status === "running";
  const change = (part: Partial<EntryDraft>) => setDraft((former) => ({ ...former, ...part }));
  const changeClock = (part: Pick<Partial<EntryDraft>, "from" | "to">) =>
    setDraft((former) => withLength({ ...former, ...part }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const times = timesOf(draft, zone);
    if (!isRunning && "refused" in times) {
      setRefused(times.refused);
      return;
    }
    setBusy(true);
    setRefused(undefined);
    setError(undefined);
    try {
      if (entry) {
        const patch = patchOf(entry, draft, zone);
        if (Object.keys(patch).length > 0) await updateEntry(entry, patch);
      } else if (!("refused" in times)) {
        await createEntry(creationOf(draft, times, me.user_id, zone));
      }
      onDone();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };

  const problem = error === undefined ? undefined : asProblem(error);
  const reading = parseDuration(draft.duration);
  return (
    <form onSubmit={submit} className="entry-form">
      {isLocked && (
        <p className="entry-note">
          The timesheet of this day is {entry.status}: withdraw or reopen it to change the entry.
        </p>
      )}
      <TextInput
        label="Description"
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={problem?.of("description")}
        disabled={isLocked}
        data-autofocus
      />
      <ProjectPicker
        label="Project and task"
        value={draft.work}
        onChange={(work) => change({ work })}
        disabled={isLocked}
      />
      <DateInput
        label="Day"
        value={draft.day}
        onChange={(day) => day && change({ day })}
        valueFormat="ddd D MMM YYYY"
        firstDayOfWeek={weekStart as 0 | 1 | 2 | 3 | 4 | 5 | 6}
        error={problem?.of("log_date")}
        disabled={isLocked}
      />
      <div className="entry-times">
        <TextInput
          label="From"
          type="time"
          value={draft.from}
          onChange={(event) => changeClock({ from: event.currentTarget.value })}
          error={problem?.of("started_at")}
          disabled={isLocked}
        />
        <TextInput
          label="To"
          type="time"
          value={draft.to}
          onChange={(event) => changeClock({ to: event.currentTarget.value })}
          error={problem?.of("ended_at")}
          disabled={isLocked || isRunning}
        />
        <TextInput
          label="Duration"
          value={draft.duration}
          placeholder="2:30"
          onChange={(event) => change({ duration: event.currentTarget.value, to: "" })}
          error={refused ?? problem?.of("duration_seconds")}
          disabled={isLocked || isRunning}
        />
      </div>
      <p className="entry-reading muted">
        {reading.kind === "duration" && `reads as ${spellDuration(reading.seconds)}`}
        {reading.kind === "refused" && reading.reason}
      </p>
      <TagsInput
        label="Tags"
        value={draft.tags}
        onChange={(value) => change({ tags: value })}
        data={tags}
        splitChars={[","]}
        disabled={isLocked}
      />
      <Switch
        label="Billable"
        checked={draft.billable}
        onChange={(event) => change({ billable: event.currentTarget.checked })}
        disabled={isLocked}
      />
      {entry && <EntryFacts entry={entry} />}
      {problem && <ProblemBox error={problem} />}
      <Group mt="sm">
        <Button type="submit" loading={isBusy} disabled={isLocked}>
          {entry ? "Save" : "Add"}
        </Button>
        {actions}
      </Group>
    </form>
  );
}

function EntryFacts({ entry }: { entry: TimeEntry }) {
  return (
    <dl className="facts">
      {entry.hourly_rate !== undefined && (
        <div>
          <dt>Rate</dt>
          <dd>
            {entry.hourly_rate} {entry.currency} an hour
          </dd>
        </div>
      )}
      <div>
        <dt>Source</dt>
        <dd>
          {entry.source}
          {entry.external_source && ` · ${entry.external_source}`}
        </dd>
      </div>
      {entry.rounded_seconds !== entry.duration_seconds && (
        <div>
          <dt>Rounded</dt>
          <dd>{printDuration(entry.rounded_seconds)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Two clock times say how long it was. */
function withLength(draft: EntryDraft): EntryDraft {
  if (!draft.from || !draft.to) return draft;
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const length = (minutes(draft.to) - minutes(draft.from) + 1440) % 1440;
  return { ...draft, duration: printDuration(length * 60) };
}

function useKnownTags(): string[] {
  const client = useQueryClient();
  const lists = client.getQueriesData<TimeEntry[]>({ queryKey: ["entries"] });
  const known = new Set(lists.flatMap(([, list]) => (list ?? []).flatMap((one) => one.tags)));
  return [...known].sort();
}
