import type { EntityType } from "../api/resources";

/** What time is spent on. */
export interface Work {
  project_id: string | null;
  task_id: string | null;
}

/** A chosen task is the entity of its time; everything else without a system behind it is internal. */
export function workFields(work: Work): {
  project_id: string | null;
  task_id: string | null;
  entity_type: EntityType;
  entity_id: string | null;
} {
  return {
    project_id: work.project_id,
    task_id: work.task_id,
    entity_type: work.task_id ? "task" : "internal",
    entity_id: work.task_id,
  };
}
