import type { Settings, SettingsPatch } from "../api/resources";

export type FieldName = Exclude<
  keyof SettingsPatch & keyof Settings,
  "plan" | "require_description"
>;

interface Common {
  name: FieldName;
  label: string;
  hint?: string;
}

export interface Choice {
  value: string | number | null;
  label: string;
}

export type Field = Common &
  (
    | { kind: "switch" | "zone" | "currency" | "required" }
    | { kind: "choice"; choices: readonly Choice[] }
    | { kind: "number"; min: number; max: number; unit: string; whole?: boolean; off?: boolean }
  );

export interface Section {
  title: string;
  fields: readonly Field[];
}

const DAYS: readonly Choice[] = [
  { value: 1, label: "Monday" },
  { value: 2, label: "Tuesday" },
  { value: 3, label: "Wednesday" },
  { value: 4, label: "Thursday" },
  { value: 5, label: "Friday" },
  { value: 6, label: "Saturday" },
  { value: 0, label: "Sunday" },
];

const WEEK = { kind: "number", min: 0, max: 168, unit: "h" } as const;
const MINUTES = { kind: "number", min: 1, max: 480, unit: "min", whole: true } as const;

/** All rules of a workspace that people may change, as the form asks for them. */
export const SECTIONS: readonly Section[] = [
  {
    title: "Weeks and days",
    fields: [
      { name: "timezone", label: "Time zone", kind: "zone", hint: "Members may have their own." },
      { name: "week_start_day", label: "Weeks start on", kind: "choice", choices: DAYS },
      {
        name: "default_weekly_hours",
        label: "Weekly hours",
        hint: "Of members without their own.",
        ...WEEK,
      },
      {
        name: "midnight_policy",
        label: "An entry past midnight",
        kind: "choice",
        choices: [
          { value: "start_day", label: "counts on the day it starts" },
          { value: "split", label: "is split at midnight" },
        ],
      },
    ],
  },
  {
    title: "Entries",
    fields: [
      { name: "default_billable", label: "New time is billable", kind: "switch" },
      { name: "required_fields", label: "Every entry needs", kind: "required" },
      { name: "allow_future_entries", label: "Take time in the future", kind: "switch" },
      {
        name: "overlap_policy",
        label: "Entries that overlap",
        kind: "choice",
        choices: [
          { value: "allow", label: "are fine" },
          { value: "warn", label: "are marked for review" },
          { value: "reject", label: "are refused" },
        ],
      },
      {
        name: "unknown_references",
        label: "Projects and tasks that nobody knows",
        kind: "choice",
        choices: [
          { value: "accept", label: "are taken as they are" },
          { value: "reject", label: "are refused" },
        ],
      },
      { name: "restrict_tag_creation", label: "Only known tags", kind: "switch" },
    ],
  },
  {
    title: "Rounding",
    fields: [
      {
        name: "rounding_minutes",
        label: "Round to",
        kind: "choice",
        choices: [
          { value: 0, label: "do not round" },
          { value: 5, label: "5 minutes" },
          { value: 6, label: "6 minutes" },
          { value: 15, label: "15 minutes" },
          { value: 30, label: "30 minutes" },
        ],
      },
      {
        name: "rounding_strategy",
        label: "Direction",
        kind: "choice",
        choices: [
          { value: "nearest", label: "nearest" },
          { value: "up", label: "up" },
          { value: "down", label: "down" },
        ],
      },
    ],
  },
  {
    title: "Timesheets and approval",
    fields: [
      {
        name: "auto_submit_dow",
        label: "Submit by itself on",
        kind: "choice",
        choices: [{ value: null, label: "no day" }, ...DAYS],
      },
      { name: "allow_self_approval", label: "Approve one's own timesheet", kind: "switch" },
      {
        name: "manager_scope",
        label: "Managers reach",
        kind: "choice",
        choices: [
          { value: "workspace", label: "everybody" },
          { value: "team", label: "the teams that they lead" },
        ],
      },
      { name: "overtime_weekly_hours", label: "Tell of overtime above", ...WEEK, off: true },
      {
        name: "reminder_min_daily_hours",
        label: "Remind below, a day",
        ...WEEK,
        max: 24,
        off: true,
      },
      { name: "reminder_min_weekly_hours", label: "Remind below, a week", ...WEEK, off: true },
    ],
  },
  {
    title: "Timers",
    fields: [
      {
        name: "runaway_timer_hours",
        label: "A timer has run away after",
        ...WEEK,
        min: 1,
        whole: true,
      },
      { name: "runaway_timer_hours_auto_stop", label: "Stop it then", kind: "switch" },
      { name: "idle_minutes", label: "Idle after", hint: "For apps that see it.", ...MINUTES },
      { name: "pomodoro_focus_minutes", label: "Pomodoro: focus", ...MINUTES },
      { name: "pomodoro_break_minutes", label: "Pomodoro: break", ...MINUTES },
      { name: "pomodoro_long_break_minutes", label: "Pomodoro: long break", ...MINUTES },
    ],
  },
  {
    title: "Money",
    fields: [
      {
        name: "default_currency",
        label: "Currency",
        kind: "currency",
        hint: "Three letters, as EUR.",
      },
      {
        name: "default_hourly_rate",
        label: "Hourly rate",
        hint: "Where no other rate fits.",
        kind: "number",
        min: 0,
        max: 1_000_000,
        unit: "",
      },
    ],
  },
];
