import type { Timesheet } from "../api/resources";
import { addDays, type Day, firstOfMonth } from "../time/days";
import { weekOf } from "../time/weeks";
import { sampleEntries } from "./entries";
import { CLIENTS, PEOPLE, PROJECTS, TASKS } from "./people";

/** Calls the API as an owner; answers the body's `data`. Refusals are thrown. */
export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

export interface SampleOptions {
  /** The owner, who approves. */
  owner: string;
  /** A member who is there already, if there is one. */
  member?: string;
  today: Day;
  zone: string;
  weekStart: number;
  /** The last try broke off, perhaps before the sheets: they are looked at again. */
  isAnotherTry?: boolean;
  progress?: (done: number, all: number) => void;
}

const BATCH = 100;

/** Fills a workspace through the API alone. All ids are fixed, so a second time adds nothing. */
export async function fillSample(call: Call, options: SampleOptions): Promise<void> {
  const entries = sampleEntries(
    [
      ...(options.member === undefined ? [] : [options.member]),
      ...PEOPLE.map((person) => person.id),
      options.owner,
    ],
    options.today,
    options.zone,
  );
  const batches = Math.ceil(entries.length / BATCH);
  const directory = PEOPLE.length + CLIENTS.length + PROJECTS.length + TASKS.length;
  const all = directory + batches + 6;
  let done = 0;
  const step = () => options.progress?.(++done, all);

  await putAll(call, "members", withZone(PEOPLE, options.zone), step);
  await putAll(call, "clients", CLIENTS, step);
  await putAll(call, "projects", PROJECTS, step);
  await putAll(call, "tasks", TASKS, step);
  await putRates(call, options.today);
  step();

  let created = 0;
  for (let index = 0; index < entries.length; index += BATCH) {
    const items = entries.slice(index, index + BATCH).map((entry) => ({ action: "create", entry }));
    const result = (await call("POST", "/time-entries/batch", { items })) as {
      summary?: { created?: number };
    };
    // A batch that was decided later answers without its summary.
    created += result.summary ? (result.summary.created ?? 0) : items.length;
    step();
  }
  if (created > 0 || options.isAnotherTry) await moveSheets(call, options, step);
  options.progress?.(all, all);
}

async function putAll(
  call: Call,
  kind: string,
  records: readonly { id: string }[],
  step: () => void,
): Promise<void> {
  for (const { id, ...record } of records) {
    await call("PUT", `/${kind}/${id}`, record);
    step();
  }
}

function withZone(people: typeof PEOPLE, timezone: string) {
  return people.map((person) => ({ ...person, timezone }));
}

/** A price per hour that was raised last month, and what people cost. */
async function putRates(call: Call, today: Day): Promise<void> {
  const known = (await call("GET", "/time/rates?limit=1")) as unknown[];
  if (known.length > 0) return;
  const raised = firstOfMonth(addDays(firstOfMonth(today), -1));
  const rates = [
    { project_id: "checkout", hourly_rate: 110, effective_from: "2020-01-01" },
    { project_id: "mobile", hourly_rate: 95, effective_from: "2020-01-01" },
    { project_id: "mobile", hourly_rate: 105, effective_from: raised },
    ...PEOPLE.map((person) => ({
      user_id: person.id,
      cost_rate: 48,
      effective_from: "2020-01-01",
    })),
  ];
  for (const rate of rates) await call("POST", "/time/rates", rate);
}

/** Old weeks are approved; of the last ones some wait, one was rejected, and some are still open. */
async function moveSheets(call: Call, options: SampleOptions, step: () => void): Promise<void> {
  const thisWeek = weekOf(options.today, options.weekStart);
  const [lastWeek, weekBefore] = [addDays(thisWeek, -7), addDays(thisWeek, -14)];
  const sheets = await draftSheets(call, thisWeek);
  const old = sheets.filter((sheet) => sheet.period_start < weekBefore);
  for (const sheet of old) await submit(call, sheet);
  step();
  const approvable = old.filter((sheet) => sheet.user_id !== options.owner);
  for (let index = 0; index < approvable.length; index += BATCH) {
    const ids = approvable.slice(index, index + BATCH).map((sheet) => sheet.id);
    await call("POST", "/timesheets/approve", { ids, comment: "Thank you" });
  }
  step();
  await call("PUT", "/time/approval-routes/route_ana", {
    name: "Ana: two levels",
    scope: "user",
    scope_id: "u_ana",
    levels: [{ approver_user_id: options.owner }, { approver_user_id: "u_dora" }],
  });
  step();
  for (const sheet of sheets.filter((one) => one.period_start === weekBefore)) {
    if (sheet.user_id === options.member) {
      await submit(call, sheet);
      await call("POST", `/timesheets/${sheet.id}/reject`, {
        reason: "Please add descriptions to Thursday",
      });
    } else if (sheet.user_id !== options.owner) {
      await submit(call, sheet);
    }
  }
  step();
  for (const sheet of sheets.filter((one) => one.period_start === lastWeek)) {
    if (["u_ana", "u_ben", "u_cem"].includes(sheet.user_id)) await submit(call, sheet);
  }
  step();
}

async function draftSheets(call: Call, before: Day): Promise<Timesheet[]> {
  const path = `/timesheets?status=draft&limit=500&period_start_to=${addDays(before, -1)}`;
  return (await call("GET", path)) as Timesheet[];
}

async function submit(call: Call, sheet: Timesheet): Promise<void> {
  await call("POST", `/timesheets/${sheet.id}/submit`);
}
