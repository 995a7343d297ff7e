import type { Project, ProjectPut } from "../api/resources";

/** A project as the form has it. */
export interface ProjectDraft {
  name: string;
  clientId: string | null;
  billable: "default" | "yes" | "no";
  /** Empty for none. */
  budget: number | string;
}

export function projectDraft(project: Project | undefined): ProjectDraft {
  const billable = project?.billable;
  return {
    name: project?.name ?? "",
    clientId: project?.client_id ?? null,
    billable: billable == null ? "default" : billable ? "yes" : "no",
    budget: project?.time_budget_hours ?? "",
  };
}

/** The whole record; whether it is archived is no matter of the form. */
export function projectPut(draft: ProjectDraft, project: Project | undefined): ProjectPut {
  return {
    name: draft.name.trim(),
    client_id: draft.clientId,
    billable: draft.billable === "default" ? null : draft.billable === "yes",
    time_budget_hours: draft.budget === "" ? null : Number(draft.budget),
    ...(project && { archived: project.archived }),
  };
}
