import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDirectory } from "../api/directory";
import { can, useMe } from "../api/me";
import type { Project } from "../api/resources";
import { hueStyle } from "../ui/hue";
import { BudgetBar } from "./BudgetBar";
import { budgetOf } from "./budget";
import { estimatesQuery } from "./projectPages";

export function ProjectTable({ projects }: { projects: Project[] }) {
  const directory = useDirectory();
  const seesHours = can(useMe(), "time:read:all");
  const estimates = useQuery({ ...estimatesQuery("project"), enabled: seesHours }).data;
  return (
    <div className="table-frame">
      <table className="table project-table">
        <thead>
          <tr>
            <th>Project</th>
            <th>Client</th>
            <th>New time</th>
            <th className="budget-column">{seesHours ? "Tracked of budget" : "Budget"}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <td data-label="Project">
                <Link to="/projects/$id" params={{ id: project.id }} className="record-link">
                  <span className="hue-dot" style={hueStyle(project.id)} />
                  <span className="cut">{project.name}</span>
                </Link>
              </td>
              <td data-label="Client">{directory.clientOf(project.id) ?? ""}</td>
              <td data-label="New time" className="muted">
                {billableText(project)}
              </td>
              <td data-label="Budget" className="budget-column">
                {estimates ? (
                  <BudgetBar
                    budget={budgetOf(estimates.get(project.id), project.time_budget_hours)}
                  />
                ) : (
                  project.time_budget_hours !== null && `${project.time_budget_hours} h`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function billableText(project: Project): string {
  if (project.billable === null) return "as usual";
  return project.billable ? "billable" : "not billable";
}
