import { useQuery } from "@tanstack/react-query";
import { useDirectory } from "../api/directory";
import { can, useMe } from "../api/me";
import type { Project } from "../api/resources";
import { printDuration } from "../time/durations";
import { ProblemBox } from "../ui/ProblemBox";
import { BudgetBar } from "./BudgetBar";
import { budgetOf } from "./budget";
import { billableText } from "./ProjectTable";
import { estimatesQuery } from "./projectPages";

/** What was agreed for the project, and what of it is used. */
export function ProjectFacts({ project }: { project: Project }) {
  const directory = useDirectory();
  const seesHours = can(useMe(), "time:read:all");
  const estimates = useQuery({ ...estimatesQuery("project", project.id), enabled: seesHours });
  const estimate = estimates.data?.get(project.id);
  const planned = project.time_budget_hours;
  return (
    <>
      {estimates.error && (
        <ProblemBox error={estimates.error} onRetry={() => void estimates.refetch()} />
      )}
      <dl className="project-facts card">
        <div className="project-budget">
          <dt>{planned === null ? "Tracked, without a budget" : "Tracked of the budget"}</dt>
          <dd>
            {estimates.data ? (
              <BudgetBar budget={budgetOf(estimate, planned)} />
            ) : planned === null ? (
              "–"
            ) : (
              `${planned} h`
            )}
          </dd>
        </div>
        {estimate && (
          <>
            <div>
              <dt>Approved</dt>
              <dd>{printDuration(estimate.approved_seconds)}</dd>
            </div>
            {estimate.tasks_estimate_hours != null && (
              <div>
                <dt>Estimates of the tasks</dt>
                <dd>{printDuration(estimate.tasks_estimate_hours * 3600)}</dd>
              </div>
            )}
          </>
        )}
        <div>
          <dt>Client</dt>
          <dd>
            {project.client_id
              ? (directory.clients.get(project.client_id)?.name ?? project.client_id)
              : "none"}
          </dd>
        </div>
        <div>
          <dt>New time</dt>
          <dd>{billableText(project)}</dd>
        </div>
      </dl>
    </>
  );
}
