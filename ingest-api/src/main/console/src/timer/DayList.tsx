import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { Flag, Play, Plus } from "lucide-react";
import { type Directory, useDirectory } from "../api/directory";
import { useMe } from "../api/me";
import type { TimeEntry } from "../api/resources";
import { type Day, printDay } from "../time/days";
import { printDuration } from "../time/durations";
import { printTime } from "../time/zones";
import { Empty } from "../ui/Empty";
import { ProjectLabel } from "../ui/ProjectLabel";
import type { Week } from "../ui/useWeek";
import { RunningClock } from "./RunningClock";

interface Props {
  week: Week;
  entries: TimeEntry[];
  onOpen: (entry: TimeEntry) => void;
  onContinue: (entry: TimeEntry) => void;
  onAdd: (day: Day) => void;
}

/** The week as a list, the newest day first. */
export function DayList({ week, entries, onOpen, onContinue, onAdd }: Props) {
  const directory = useDirectory();
  const days = week.days.filter((day) => entries.some((entry) => entry.log_date === day)).reverse();
  if (days.length === 0) {
    return (
      <div className="card">
        <Empty title="No time in this week yet">Start the timer above, or press N.</Empty>
      </div>
    );
  }
  return (
    <div className="day-list">
      {days.map((day) => {
        const ofDay = entries
          .filter((entry) => entry.log_date === day)
          .sort((a, b) => (b.started_at ?? "").localeCompare(a.started_at ?? ""));
        return (
          <section key={day} className="card">
            <header>
              <h2>{day === week.today ? "Today" : printDay(day)}</h2>
              <span className="day-total">
                {printDuration(ofDay.reduce((sum, entry) => sum + lengthOf(entry), 0))}
              </span>
              <Tooltip label="Add an entry">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  onClick={() => onAdd(day)}
                  aria-label={`Add an entry on ${printDay(day)}`}
                >
                  <Plus size={16} />
                </ActionIcon>
              </Tooltip>
            </header>
            {ofDay.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                directory={directory}
                onOpen={() => onOpen(entry)}
                onContinue={() => onContinue(entry)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function lengthOf(entry: TimeEntry): number {
  return entry.status === "running" ? 0 : entry.duration_seconds;
}

interface RowProps {
  entry: TimeEntry;
  directory: Directory;
  onOpen: () => void;
  onContinue: () => void;
}

function Row({ entry, directory, onOpen, onContinue }: RowProps) {
  const zone = useMe().timezone;
  return (
    <div className="day-row">
      <UnstyledButton className="day-what" onClick={onOpen}>
        <span className="cut">
          {entry.description || <em className="muted">No description</em>}
        </span>
        <span className="day-project">
          <ProjectLabel directory={directory} projectId={entry.project_id} taskId={entry.task_id} />
          {entry.tags.map((tag) => (
            <span key={tag} className="chip">
              {tag}
            </span>
          ))}
        </span>
      </UnstyledButton>
      {entry.needs_review && (
        <Tooltip label={entry.review_reason ?? "Needs review"}>
          <span className="state" data-tone="warn">
            <Flag size={14} aria-label="Needs review" />
          </span>
        </Tooltip>
      )}
      <span className="muted day-billable" title={entry.billable ? "Billable" : "Not billable"}>
        {entry.billable ? "$" : ""}
      </span>
      <span className="muted day-clock">
        {entry.started_at && printTime(entry.started_at, zone)}
        {entry.ended_at && ` – ${printTime(entry.ended_at, zone)}`}
      </span>
      {entry.status === "running" ? (
        <RunningClock running={entry} />
      ) : (
        <>
          <span className="day-length">{printDuration(entry.duration_seconds)}</span>
          <Tooltip label="Continue">
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={onContinue}
              aria-label={`Continue ${entry.description ?? ""}`}
            >
              <Play size={15} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </div>
  );
}
