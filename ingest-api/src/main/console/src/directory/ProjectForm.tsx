import { Button, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clientsQuery } from "../api/directory";
import type { Project } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { useSubmit } from "../ui/useSubmit";
import { ID_PATTERN, newId } from "./newId";
import { type ProjectDraft, projectDraft, projectPut } from "./projectDraft";
import { putProject } from "./projects";

interface Props {
  project: Project | undefined;
  onDone: (id: string) => void;
}

export function ProjectForm({ project, onDone }: Props) {
  const clients = useQuery(clientsQuery).data ?? [];
  const [draft, setDraft] = useState<ProjectDraft>(() => projectDraft(project));
  const [typedId, setTypedId] = useState<string>();
  const id = project?.id ?? typedId ?? newId(draft.name);
  const change = (part: Partial<ProjectDraft>) => setDraft((former) => ({ ...former, ...part }));
  const { isBusy, problem, onSubmit } = useSubmit(async () => {
    await putProject(id, projectPut(draft, project), project?.version);
    onDone(id);
  });
  return (
    <form className="record-form" onSubmit={onSubmit}>
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problem?.of("name")}
        maxLength={200}
        required
        data-autofocus
      />
      {!project && (
        <TextInput
          label="Id"
          description="How other systems name the project; it stays."
          value={id}
          onChange={(event) => setTypedId(event.currentTarget.value)}
          error={problem?.of("id")}
          pattern={ID_PATTERN}
          required
        />
      )}
      <Select
        label="Client"
        placeholder="None"
        data={clients.map((client) => ({ value: client.id, label: client.name }))}
        value={draft.clientId}
        onChange={(clientId) => change({ clientId })}
        error={problem?.of("client_id")}
        clearable
        searchable
      />
      <NumberInput
        label="Budget in hours"
        placeholder="None"
        value={draft.budget}
        onChange={(budget) => change({ budget })}
        error={problem?.of("time_budget_hours")}
        min={0}
        max={9999999}
        decimalScale={2}
      />
      <div>
        <div className="field-label" id="project-billable">
          New time is
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="project-billable"
          value={draft.billable}
          onChange={(value) => change({ billable: value as ProjectDraft["billable"] })}
          data={[
            { value: "default", label: "As usual" },
            { value: "yes", label: "Billable" },
            { value: "no", label: "Not billable" },
          ]}
        />
      </div>
      {problem && <ProblemBox error={problem} />}
      <Button type="submit" loading={isBusy}>
        {project ? "Save" : "Create"}
      </Button>
    </form>
  );
}
