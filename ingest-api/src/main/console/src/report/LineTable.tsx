import { Link } from "@tanstack/react-router";
import { type Directory, useDirectory } from "../api/directory";
import type { Day } from "../time/days";
import { printDuration } from "../time/durations";
import { hueStyle } from "../ui/hue";
import { money } from "./money";
import type { Dimension, Line } from "./rollups";

interface Props {
  lines: Line[];
  by: Dimension;
  from: Day;
  to: Day;
}

/** No number without its entries: each line leads to them. */
export function LineTable({ lines, by, from, to }: Props) {
  const directory = useDirectory();
  const total = lines.reduce((sum, line) => sum + line.seconds, 0);
  return (
    <div className="table-frame">
      <table className="table line-table">
        <thead>
          <tr>
            <th>Name</th>
            <th className="figure">Hours</th>
            <th className="line-share">Share</th>
            <th className="figure">Billable</th>
            <th className="figure">Amount</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Link
                  to="/entries"
                  search={{ from, to, ...filterOf(by, line.id) }}
                  className="line-name"
                >
                  <span className="hue-dot" style={hueStyle(line.id)} />
                  {nameOf(directory, by, line.id)}
                </Link>
              </td>
              <td className="figure" data-label="Hours">
                {printDuration(line.seconds)}
              </td>
              <td className="line-share" data-label="Share">
                <span className="meter">
                  <span style={{ width: `${(line.seconds / Math.max(1, total)) * 100}%` }} />
                </span>
                <span className="muted">
                  {Math.round((line.seconds / Math.max(1, total)) * 100)} %
                </span>
              </td>
              <td className="figure muted" data-label="Billable">
                {printDuration(line.billable)}
              </td>
              <td className="figure" data-label="Amount">
                {[...line.amounts].map(([currency, amount]) => (
                  <div key={currency}>
                    {money(amount)} <span className="muted">{currency}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function filterOf(by: Dimension, id: string) {
  switch (by) {
    case "project":
      return { project_id: id };
    case "user":
      return { user_id: id };
    case "task":
      return { task_id: id };
    case "workspace":
      return {};
  }
}

function nameOf(directory: Directory, by: Dimension, id: string): string {
  switch (by) {
    case "project":
      return directory.projectName(id);
    case "user":
      return directory.memberName(id);
    case "task":
      return directory.taskName(id);
    case "workspace":
      return id;
  }
}
