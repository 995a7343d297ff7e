/** What a webhook can subscribe to. Families leave out what comes by its name only. */
export const EVENT_GROUPS: readonly { group: string; items: string[] }[] = [
  { group: "Everything about time", items: ["*"] },
  {
    group: "Entries",
    items: [
      "time_entry.*",
      "time_entry.created",
      "time_entry.updated",
      "time_entry.deleted",
      "time_entry.restored",
      "time_entry.invoiced",
      "time_entry.invoice_released",
      "time_entry.status_changed",
    ],
  },
  { group: "Timers", items: ["timer.*", "timer.started", "timer.stopped", "timer.runaway"] },
  {
    group: "Timesheets",
    items: [
      "timesheet.*",
      "timesheet.submitted",
      "timesheet.withdrawn",
      "timesheet.level_approved",
      "timesheet.approved",
      "timesheet.rejected",
      "timesheet.reopened",
      "timesheet.created",
      "timesheet.updated",
    ],
  },
  {
    group: "Projects, tasks, clients",
    items: [
      "project.*",
      "project.created",
      "project.updated",
      "project.deleted",
      "task.*",
      "task.created",
      "task.updated",
      "task.completed",
      "task.deleted",
      "client.*",
      "client.created",
      "client.updated",
      "client.deleted",
    ],
  },
  {
    group: "Overtime, connections",
    items: ["member.overtime", "connection.upserted", "connection.deleted"],
  },
];

/** Those that a delivery can be about. */
export const EVENTS: readonly string[] = [
  ...EVENT_GROUPS.flatMap(({ items }) => items).filter((name) => !name.endsWith("*")),
  "webhook.test",
];
