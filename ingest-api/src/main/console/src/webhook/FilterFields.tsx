import { MultiSelect, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { projectsQuery } from "../api/directory";
import type { EntityType } from "../api/resources";
import type { WebhookDraft } from "./webhookDraft";

interface Props {
  draft: WebhookDraft;
  onChange: (part: Partial<WebhookDraft>) => void;
}

const ENTITY_TYPES: { value: EntityType; label: string }[] = [
  { value: "task", label: "Task" },
  { value: "ticket", label: "Ticket" },
  { value: "deal", label: "Deal" },
  { value: "candidate", label: "Candidate" },
  { value: "contact", label: "Contact" },
  { value: "conversation", label: "Conversation" },
  { value: "calendar_event", label: "Calendar event" },
  { value: "internal", label: "Internal" },
];

/** Narrows the events of entries; each list that is not empty must hold the entry's value. */
export function FilterFields({ draft, onChange }: Props) {
  const projects = useQuery(projectsQuery).data ?? [];
  return (
    <>
      <MultiSelect
        label="Only of these projects"
        data={projects.map((project) => ({ value: project.id, label: project.name }))}
        value={draft.projectIds}
        onChange={(projectIds) => onChange({ projectIds })}
        searchable
        clearable
      />
      <MultiSelect
        label="Only of these kinds of records"
        data={ENTITY_TYPES}
        value={draft.entityTypes}
        onChange={(types) => onChange({ entityTypes: types as EntityType[] })}
        clearable
      />
      <TagsInput
        label="Only of these records"
        description="Their ids; Enter adds one"
        value={draft.entityIds}
        onChange={(entityIds) => onChange({ entityIds })}
        maxTags={100}
        clearable
      />
    </>
  );
}
