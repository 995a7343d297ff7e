import type { Directory } from "../api/directory";
import { hueStyle } from "./hue";

interface Props {
  directory: Directory;
  projectId: string | null | undefined;
  taskId?: string | null;
}

/** A project's dot and name, with the task and the client when there are any. */
export function ProjectLabel({ directory, projectId, taskId }: Props) {
  const client = directory.clientOf(projectId);
  return (
    <span className="project-label cut">
      <span
        className="hue-dot"
        style={hueStyle(projectId)}
        data-none={projectId ? undefined : ""}
      />
      <span className={projectId ? "cut" : "cut muted"}>
        {directory.projectName(projectId)}
        {taskId && <span className="muted"> › {directory.taskName(taskId)}</span>}
        {client && <span className="muted"> · {client}</span>}
      </span>
    </span>
  );
}
