import { Button, Tooltip } from "@mantine/core";
import { Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMe } from "../api/me";
import type { TimeEntry, Timesheet } from "../api/resources";
import { moveSheet } from "../api/timesheets";
import { printDuration } from "../time/durations";
import { printMoment } from "../time/zones";
import { Confirm } from "../ui/Confirm";
import { attempt } from "../ui/notify";
import { StateBadge } from "../ui/StateBadge";
import { secondsOf } from "./rows";

interface Props {
  sheet: Timesheet | undefined;
  entries: TimeEntry[];
  userId: string;
}

/** The week's state and the step that comes next. */
export function SheetPanel({ sheet, entries, userId }: Props) {
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const total = secondsOf(entries);
  const billable = secondsOf(entries.filter((entry) => entry.billable));
  const status = sheet?.status ?? "draft";
  const isOwn = userId === me.user_id;
  const isRunning = entries.some((entry) => entry.status === "running");
  const flags = entries.filter((entry) => entry.needs_review).length;
  const canSubmit =
    sheet && total > 0 && !isRunning && (status === "draft" || status === "rejected");
  return (
    <section className="sheet-panel card" aria-label="State of the week">
      <StateBadge state={status} />
      <span className="sheet-total">
        <strong>{printDuration(total)}</strong>
        <span className="muted"> billable {printDuration(billable)}</span>
      </span>
      {flags > 0 && <StateBadge state="needs_review" label={`${flags} to review`} />}
      <SheetNews sheet={sheet} zone={me.timezone} />
      <span className="grow" />
      {status === "submitted" && isOwn && (
        <Button
          variant="default"
          leftSection={<Undo2 size={14} />}
          onClick={() => sheet && attempt(moveSheet(sheet, "withdraw"))}
        >
          Withdraw
        </Button>
      )}
      {(status === "draft" || status === "rejected") && isOwn && (
        <Tooltip
          label={isRunning ? "Stop the timer first" : "There is nothing to submit yet"}
          disabled={Boolean(canSubmit)}
        >
          <Button
            leftSection={<Send size={14} />}
            disabled={!canSubmit}
            onClick={() => setAsking(true)}
          >
            Submit week
          </Button>
        </Tooltip>
      )}
      <Confirm
        opened={isAsking}
        title="Submit this week?"
        action="Submit"
        isHarmless
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (sheet) await moveSheet(sheet, "submit");
        }}
      >
        {printDuration(total)} go to your approver, {printDuration(billable)} of them billable. The
        week is locked until you withdraw it or it comes back.
      </Confirm>
    </section>
  );
}

function SheetNews({ sheet, zone }: { sheet: Timesheet | undefined; zone: string }) {
  if (sheet?.status === "rejected" && sheet.reason) {
    return <span className="sheet-reason">“{sheet.reason}”</span>;
  }
  if (sheet?.status === "approved" && sheet.approved_at) {
    return <span className="muted">on {printMoment(sheet.approved_at, zone)}</span>;
  }
  if (sheet?.status === "submitted" && sheet.submitted_at) {
    return (
      <span className="muted">
        on {printMoment(sheet.submitted_at, zone)} · level {sheet.level}
        {sheet.approval_levels && ` of ${sheet.approval_levels.length}`}
      </span>
    );
  }
  return null;
}
