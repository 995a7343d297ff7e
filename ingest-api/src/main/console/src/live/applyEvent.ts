import { noticeDecision } from "../api/decisions";
import { showEntry } from "../api/entries";
import { queryClient } from "../api/queryClient";
import type { Change, LedgerEvent, TimeEntry } from "../api/resources";
import { showTimer } from "../api/timer";
import { soon } from "./soon";

/** Shows a change that somebody made, here or elsewhere. */
export function applyChange(change: Change, userId: string): void {
  if ("hidden" in change) return;
  const event = change as LedgerEvent;
  noticeDecision(event.command_id);
  const [kind] = event.event.split(".");
  switch (kind) {
    case "time_entry":
    case "timer":
      applyEntry(event.data as unknown as TimeEntry, userId);
      break;
    case "timesheet":
      soon(["timesheets"]);
      soon(["timesheet"]);
      soon(["approvals"]);
      break;
    default: {
      const key = LISTS[kind ?? ""];
      if (key) soon(key);
    }
  }
}

const LISTS: Record<string, readonly string[]> = {
  project: ["projects"],
  task: ["tasks"],
  client: ["clients"],
  member: ["members"],
  team: ["teams"],
  token: ["tokens"],
  rate: ["rates"],
  settings: ["settings"],
  time_webhook: ["webhooks"],
  approval_route: ["routes"],
};

function applyEntry(entry: TimeEntry, userId: string): void {
  showEntry(entry);
  soon(["entry-pages"]);
  soon(["timesheets"]);
  soon(["timesheet"]);
  soon(["reports"]);
  if (entry.user_id !== userId) return;
  const running = queryClient.getQueryData<TimeEntry | null>(["timer"]);
  if (entry.status === "running" && entry.deleted_at === null) {
    if (!running || running.sequence < entry.sequence) showTimer(entry);
  } else if (running?.id === entry.id && running.sequence <= entry.sequence) {
    showTimer(null);
  }
}
