import { Flag } from "lucide-react";
import type { Directory } from "../api/directory";
import { printDuration } from "../time/durations";
import { printTime } from "../time/zones";
import type { WeekEvent } from "./weekEvents";

interface Props {
  event: WeekEvent;
  directory: Directory;
  zone: string;
}

export function EventBody({ event, directory, zone }: Props) {
  const shown = event.payload?.shown;
  if (!shown) return null;
  if (shown.kind === "block") {
    return (
      <span className="event-body">
        <span className="event-title">{event.title}</span>
        {shown.block.started_at && (
          <span className="event-detail">{printTime(shown.block.started_at, zone)}</span>
        )}
      </span>
    );
  }
  const entry = shown.entry;
  if (!entry.started_at) {
    return (
      <span className="event-body">
        <span className="event-title cut">
          {printDuration(entry.duration_seconds)} {event.title}
        </span>
      </span>
    );
  }
  return (
    <span className="event-body">
      <span className="event-title">
        {entry.needs_review && <Flag size={11} aria-label="Needs review" />}
        {event.title}
      </span>
      {entry.project_id && (
        <span className="event-detail">{directory.projectName(entry.project_id)}</span>
      )}
      <span className="event-detail event-length">
        {entry.status === "running" ? "running" : printDuration(entry.duration_seconds)}
      </span>
    </span>
  );
}
