import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { can, useMe } from "../api/me";
import type { Task } from "../api/resources";
import { serverNow } from "../time/serverClock";
import { instantAt } from "../time/zones";
import { attempt } from "../ui/notify";
import { BudgetBar } from "./BudgetBar";
import { budgetOf } from "./budget";
import { estimatesQuery } from "./projectPages";
import { completeTask } from "./tasks";

interface Props {
  projectId: string;
  tasks: Task[];
  /** Absent for whoever may only look. */
  onEdit: ((task: Task) => void) | undefined;
}

export function TaskTable({ projectId, tasks, onEdit }: Props) {
  const me = useMe();
  const seesHours = can(me, "time:read:all");
  const estimates = useQuery({ ...estimatesQuery("task", projectId), enabled: seesHours }).data;
  const toggle = (task: Task) =>
    attempt(completeTask(task, task.completed_at ? null : instantAt(serverNow(), me.timezone)));
  return (
    <div className="table-frame">
      <table className="table task-table">
        <thead>
          <tr>
            <th>Done</th>
            <th>Task</th>
            <th className="budget-column">{seesHours ? "Tracked of estimate" : "Estimate"}</th>
            {onEdit && <th aria-label="Actions" />}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id} data-done={task.completed_at ? "" : undefined}>
              <td data-label="Done" className="task-done">
                <Checkbox
                  checked={task.completed_at !== null}
                  disabled={!onEdit}
                  onChange={() => toggle(task)}
                  aria-label={`${task.name} is done`}
                />
              </td>
              <td data-label="Task">
                <Link to="/entries" search={{ task_id: task.id }} className="record-link">
                  <span className="cut">{task.name}</span>
                </Link>
              </td>
              <td data-label="Estimate" className="budget-column">
                {estimates ? (
                  <BudgetBar budget={budgetOf(estimates.get(task.id), task.estimate_hours)} />
                ) : (
                  task.estimate_hours !== null && `${task.estimate_hours} h`
                )}
              </td>
              {onEdit && (
                <td>
                  <span className="row-actions">
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`Edit ${task.name}`}
                      onClick={() => onEdit(task)}
                    >
                      Edit
                    </Button>
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
