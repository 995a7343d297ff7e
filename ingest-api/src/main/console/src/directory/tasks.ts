import { client } from "../api/client";
import { queryClient } from "../api/queryClient";
import type { Task, TaskPut } from "../api/resources";
import { undo } from "../api/undo";
import { write } from "../api/write";
import type { Instant } from "../time/zones";
import { onlyNew } from "./onlyNew";
import { taskDraft, taskPut } from "./taskDraft";

/** Makes a task, or replaces the one of that version. */
export async function putTask(
  id: string,
  body: TaskPut,
  version?: number,
): Promise<Task | undefined> {
  try {
    return (await write(
      (headers) =>
        client.PUT("/api/v1/tasks/{id}", {
          params: { path: { id } },
          headers: { ...headers, ...onlyNew(version) },
          body,
        }),
      version === undefined ? {} : { version },
    )) as Task | undefined;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ["tasks"] });
    void queryClient.invalidateQueries({ queryKey: ["reports", "estimates"] });
  }
}

/** Completes a task, or opens it again when there is no moment. */
export async function completeTask(task: Task, at: Instant | null): Promise<void> {
  const before = task.completed_at;
  const completed = (of: Task, moment: Instant | null) => ({
    ...taskPut(taskDraft(of), of.project_id ?? "", of),
    project_id: of.project_id,
    completed_at: moment,
  });
  const changed = await putTask(task.id, completed(task, at), task.version);
  if (!changed) return;
  undo.offer(at ? `Completed ${task.name}` : `Opened ${task.name} again`, async () => {
    await putTask(task.id, completed(changed, before), changed.version);
  });
}
