import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, Flag, X } from "lucide-react";
import type { Directory } from "../api/directory";
import { useSettings } from "../api/me";
import type { TimeEntry, WaitingTimesheet } from "../api/resources";
import { sheetQuery } from "../api/timesheets";
import { daysOf, printDay, printRange, printWeekday, weekday } from "../time/days";
import { printDuration } from "../time/durations";
import { Part } from "../ui/Part";
import { ProjectLabel } from "../ui/ProjectLabel";

interface Props {
  sheet: WaitingTimesheet;
  directory: Directory;
  onApprove: () => void;
  onReject: () => void;
}

/** A sheet with its entries beside it: nobody approves a bare number. */
export function Review({ sheet, directory, onApprove, onReject }: Props) {
  const query = useQuery(sheetQuery(sheet.id));
  const settings = useSettings();
  const expected =
    3600 * (directory.members.get(sheet.user_id)?.weekly_hours ?? settings.default_weekly_hours);
  const over = sheet.total_seconds - expected;
  const next = sheet.chain.find((step) => step.state === "next");
  return (
    <section className="review card" aria-label="Review">
      <header>
        <div>
          <h2>{directory.memberName(sheet.user_id)}</h2>
          <div className="muted">
            {printRange(sheet.period_start, sheet.period_end)}
            {sheet.chain.length > 1 && ` · level ${sheet.level} of ${sheet.chain.length}`}
            {next && ` → then ${directory.memberName(next.decides_user_id)}`}
          </div>
        </div>
        <div className="review-total">
          <strong>{printDuration(sheet.total_seconds)}</strong>
          {over > 0 && (
            <span className="state" data-tone="warn">
              ▲ {printDuration(over)} over
            </span>
          )}
        </div>
      </header>
      {sheet.note && <p className="review-note">“{sheet.note}”</p>}
      <Part query={query} height={320}>
        {(full) => (
          <div className="review-days">
            {daysOf(sheet.period_start, sheet.period_end).map((day) => (
              <DayOf
                key={day}
                day={day}
                entries={full.entries.filter((entry) => entry.log_date === day)}
                directory={directory}
              />
            ))}
          </div>
        )}
      </Part>
      <footer>
        <Button leftSection={<Check size={16} />} onClick={onApprove}>
          Approve
        </Button>
        <Button variant="default" leftSection={<X size={16} />} onClick={onReject}>
          Reject…
        </Button>
      </footer>
    </section>
  );
}

interface DayProps {
  day: string;
  entries: TimeEntry[];
  directory: Directory;
}

function DayOf({ day, entries, directory }: DayProps) {
  const isWeekend = weekday(day) === 0 || weekday(day) === 6;
  if (entries.length === 0) {
    return isWeekend ? null : (
      <div className="review-day muted">
        <h3>{printDay(day)}</h3>
        <span className="figure">–</span>
      </div>
    );
  }
  const total = entries.reduce((sum, entry) => sum + entry.duration_seconds, 0);
  return (
    <>
      <div className="review-day">
        <h3>{printDay(day)}</h3>
        {isWeekend && (
          <span className="state" data-tone="warn">
            <Flag size={12} aria-hidden /> {printWeekday(day)}
          </span>
        )}
        <strong className="figure">{printDuration(total)}</strong>
      </div>
      {entries.map((entry) => (
        <div key={entry.id} className="review-entry">
          <span className="cut">{entry.description || "No description"}</span>
          {entry.needs_review && (
            <span className="state" data-tone="warn">
              <Flag size={12} aria-hidden /> {entry.review_reason}
            </span>
          )}
          <span className="review-project cut muted">
            <ProjectLabel directory={directory} projectId={entry.project_id} />
          </span>
          <span className="figure">{printDuration(entry.duration_seconds)}</span>
        </div>
      ))}
    </>
  );
}
