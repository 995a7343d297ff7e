import type { Task, TaskPut } from "../api/resources";

/** A task as the form has it. */
export interface TaskDraft {
  name: string;
  /** Empty for none. */
  estimate: number | string;
}

export function taskDraft(task: Task | undefined): TaskDraft {
  return { name: task?.name ?? "", estimate: task?.estimate_hours ?? "" };
}

/** The whole record; completed is what it was. */
export function taskPut(draft: TaskDraft, projectId: string, task: Task | undefined): TaskPut {
  return {
    name: draft.name.trim(),
    project_id: projectId,
    estimate_hours: draft.estimate === "" ? null : Number(draft.estimate),
    ...(task && { completed_at: task.completed_at }),
  };
}
