import { client } from "../api/client";
import { queryClient } from "../api/queryClient";
import type { Project, ProjectPut } from "../api/resources";
import { undo } from "../api/undo";
import { write } from "../api/write";
import { onlyNew } from "./onlyNew";

/** Makes a project, or replaces the one of that version. */
export async function putProject(
  id: string,
  body: ProjectPut,
  version?: number,
): Promise<Project | undefined> {
  try {
    return (await write(
      (headers) =>
        client.PUT("/api/v1/projects/{id}", {
          params: { path: { id } },
          headers: { ...headers, ...onlyNew(version) },
          body,
        }),
      version === undefined ? {} : { version },
    )) as Project | undefined;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ["projects"] });
    void queryClient.invalidateQueries({ queryKey: ["reports", "estimates"] });
  }
}

/** An archived project takes no new time; what was tracked stays. */
export async function archiveProject(project: Project, archived: boolean): Promise<void> {
  const changed = await putProject(
    project.id,
    { ...wholeProject(project), archived },
    project.version,
  );
  if (!changed) return;
  undo.offer(
    archived ? `Archived ${project.name}` : `${project.name} is in use again`,
    async () => {
      await putProject(
        project.id,
        { ...wholeProject(changed), archived: !archived },
        changed.version,
      );
    },
  );
}

/** What a PUT must name so that nothing is lost. */
export function wholeProject(project: Project): ProjectPut {
  const { name, client_id, billable, time_budget_hours, archived } = project;
  return { name, client_id, billable, time_budget_hours, archived };
}
