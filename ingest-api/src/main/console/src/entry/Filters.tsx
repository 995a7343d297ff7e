import { Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { membersQuery, projectsQuery } from "../api/directory";
import type { EntryFilter } from "../api/entries";
import { can, useMe, useSettings } from "../api/me";
import type { EntryStatus } from "../api/resources";

interface Props {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
}

const STATUSES = [
  { value: "running", label: "Running" },
  { value: "draft", label: "Draft" },
  { value: "submitted", label: "Submitted" },
  { value: "approved", label: "Approved" },
  { value: "rejected", label: "Rejected" },
];

export function Filters({ filter, onChange }: Props) {
  const me = useMe();
  const weekStart = useSettings().week_start_day as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  const projects = useQuery(projectsQuery).data ?? [];
  const members = useQuery({ ...membersQuery, enabled: can(me, "time:read:all") }).data;
  const set = <K extends keyof EntryFilter>(name: K, value: EntryFilter[K] | null | "") => {
    const { [name]: _, ...rest } = filter;
    onChange(
      value === null || value === "" || value === undefined ? rest : { ...rest, [name]: value },
    );
  };
  const date = { clearable: true, valueFormat: "D MMM YYYY", firstDayOfWeek: weekStart } as const;
  return (
    <div className="filters">
      <DateInput
        {...date}
        aria-label="From"
        placeholder="From"
        value={filter.from ?? null}
        onChange={(day) => set("from", day)}
      />
      <DateInput
        {...date}
        aria-label="To"
        placeholder="To"
        value={filter.to ?? null}
        onChange={(day) => set("to", day)}
      />
      <Select
        aria-label="Project"
        placeholder="Project"
        value={filter.project_id ?? null}
        onChange={(id) => set("project_id", id)}
        data={projects.map((project) => ({ value: project.id, label: project.name }))}
        clearable
        searchable
      />
      {members && (
        <Select
          aria-label="Member"
          placeholder="Member"
          value={filter.user_id ?? null}
          onChange={(id) => set("user_id", id)}
          data={members.map((member) => ({ value: member.id, label: member.name ?? member.id }))}
          clearable
          searchable
        />
      )}
      <Select
        aria-label="State"
        placeholder="State"
        value={filter.status ?? null}
        onChange={(status) => set("status", status as EntryStatus | null)}
        data={STATUSES}
        clearable
      />
      <Select
        aria-label="Billable"
        placeholder="Billable"
        value={filter.billable === undefined ? null : String(filter.billable)}
        onChange={(value) => set("billable", value === null ? null : value === "true")}
        data={[
          { value: "true", label: "Billable" },
          { value: "false", label: "Not billable" },
        ]}
        clearable
      />
      <Select
        aria-label="Review"
        placeholder="Review"
        value={filter.needs_review === undefined ? null : String(filter.needs_review)}
        onChange={(value) => set("needs_review", value === null ? null : value === "true")}
        data={[
          { value: "true", label: "Needs review" },
          { value: "false", label: "Nothing to review" },
        ]}
        clearable
      />
      <TextInput
        aria-label="Tag"
        placeholder="Tag"
        defaultValue={filter.tag ?? ""}
        onBlur={(event) => set("tag", event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === "Enter") set("tag", event.currentTarget.value.trim());
        }}
      />
    </div>
  );
}
