import type { EntityType, TimeEntry } from "../api/resources";
import type { Day } from "../time/days";

/** What a row's time is spent on: the same for all entries of the row. */
export interface RowWork {
  entity_type: EntityType;
  entity_id: string | null;
  project_id: string | null;
  task_id: string | null;
  description: string | null;
  billable: boolean;
}

export interface Row {
  key: string;
  work: RowWork;
  cells: Map<Day, TimeEntry[]>;
}

/** One row for each thing that time was spent on, by project, task and description. */
export function rowsOf(entries: TimeEntry[], extra: readonly RowWork[]): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (work: RowWork): Row => {
    const key = keyOf(work);
    let row = rows.get(key);
    if (!row) {
      row = { key, work, cells: new Map() };
      rows.set(key, row);
    }
    return row;
  };
  for (const entry of entries) {
    const { cells } = rowOf(workOf(entry));
    cells.set(entry.log_date, [...(cells.get(entry.log_date) ?? []), entry]);
  }
  for (const work of extra) rowOf(work);
  return [...rows.values()].sort((a, b) => a.key.localeCompare(b.key));
}

export function workOf(entry: TimeEntry): RowWork {
  // A task names its row; what has neither task nor record is told apart by its description.
  const isNamed = entry.entity_id !== null || entry.task_id !== null;
  return {
    entity_type: entry.entity_type,
    entity_id: entry.entity_id,
    project_id: entry.project_id,
    task_id: entry.task_id,
    description: isNamed ? null : entry.description,
    billable: entry.billable,
  };
}

export function keyOf(work: RowWork): string {
  return [
    work.project_id ?? "~",
    work.entity_type,
    work.entity_id ?? work.task_id ?? "",
    work.description ?? "",
    work.billable ? "$" : "",
  ].join("\u0000");
}

export function secondsOf(entries: readonly TimeEntry[] | undefined): number {
  return (entries ?? [])
    .filter((entry) => entry.status !== "running")
    .reduce((sum, entry) => sum + entry.duration_seconds, 0);
}
