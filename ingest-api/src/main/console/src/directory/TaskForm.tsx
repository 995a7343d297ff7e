import { Button, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Project, Task } from "../api/resources";
import { ProblemBox } from "../ui/ProblemBox";
import { useSubmit } from "../ui/useSubmit";
import { ID_PATTERN, newId } from "./newId";
import { type TaskDraft, taskDraft, taskPut } from "./taskDraft";
import { putTask } from "./tasks";

interface Props {
  project: Project;
  task: Task | undefined;
  onDone: () => void;
}

export function TaskForm({ project, task, onDone }: Props) {
  const [draft, setDraft] = useState<TaskDraft>(() => taskDraft(task));
  const [typedId, setTypedId] = useState<string>();
  // Tasks of different projects often have the same name.
  const id = task?.id ?? typedId ?? (draft.name && newId(`${project.id} ${draft.name}`));
  const change = (part: Partial<TaskDraft>) => setDraft((former) => ({ ...former, ...part }));
  const { isBusy, problem, onSubmit } = useSubmit(async () => {
    await putTask(id, taskPut(draft, project.id, task), task?.version);
    onDone();
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
      {!task && (
        <TextInput
          label="Id"
          description="How other systems name the task; it stays."
          value={id}
          onChange={(event) => setTypedId(event.currentTarget.value)}
          error={problem?.of("id")}
          pattern={ID_PATTERN}
          required
        />
      )}
      <NumberInput
        label="Estimate in hours"
        placeholder="None"
        value={draft.estimate}
        onChange={(estimate) => change({ estimate })}
        error={problem?.of("estimate_hours")}
        min={0}
        max={9999999}
        decimalScale={2}
      />
      {problem && <ProblemBox error={problem} />}
      <Button type="submit" loading={isBusy}>
        {task ? "Save" : "Create"}
      </Button>
    </form>
  );
}
