-- Everything here is a fold of time.events.v1 and can be built again from it. A resource table has
-- one column per field of the resource, by the same name, so that rows are filled from the JSON.

create table position (
  partition int primary key,
  next_offset bigint not null
);
comment on table position is
  'The next offset of time.events.v1 to apply. Whoever cannot move it on from where it began is stale and applies nothing.';

create table progress (
  workspace_id text primary key,
  sequence bigint not null,
  hash text not null,
  updated_at timestamptz not null
);
comment on table progress is 'The newest event of each workspace that the tables show.';

create table workspace (
  id text not null,
  name text not null,
  owner_id text not null,
  created_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  primary key (id)
);

create table settings (
  workspace_id text primary key,
  timezone text not null,
  week_start_day int not null,
  rounding_minutes int not null,
  rounding_strategy text not null,
  default_billable boolean not null,
  require_description boolean not null,
  required_fields text[] not null,
  allow_future_entries boolean not null,
  overlap_policy text not null,
  unknown_references text not null,
  midnight_policy text not null,
  allow_self_approval boolean not null,
  auto_submit_dow int,
  default_hourly_rate numeric not null,
  default_currency text not null,
  default_weekly_hours numeric not null,
  runaway_timer_hours int not null,
  runaway_timer_hours_auto_stop boolean not null,
  idle_minutes int not null,
  pomodoro_focus_minutes int not null,
  pomodoro_break_minutes int not null,
  pomodoro_long_break_minutes int not null,
  restrict_tag_creation boolean not null,
  reminder_min_daily_hours numeric,
  reminder_min_weekly_hours numeric,
  plan text not null,
  manager_scope text not null,
  overtime_weekly_hours numeric,
  updated_at timestamptz,
  version int not null,
  sequence bigint not null
);
comment on table settings is 'A workspace without a row has the defaults.';

create table member (
  id text not null,
  workspace_id text not null,
  role text not null,
  timezone text not null,
  weekly_hours numeric,
  teams text[] not null,
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  primary key (workspace_id, id)
);

create table project (
  id text not null,
  workspace_id text not null,
  name text not null,
  client_id text,
  billable boolean,
  time_budget_hours numeric,
  archived boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table task (
  id text not null,
  workspace_id text not null,
  name text not null,
  project_id text,
  estimate_hours numeric,
  completed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table client (
  id text not null,
  workspace_id text not null,
  name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table team (
  id text not null,
  workspace_id text not null,
  name text not null,
  leader_user_ids text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table approval_route (
  id text not null,
  workspace_id text not null,
  name text not null,
  scope text not null,
  scope_id text,
  levels jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table automation_rule (
  id text not null,
  workspace_id text not null,
  name text not null,
  enabled boolean not null,
  conditions jsonb not null,
  effect text not null,
  tags text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table overtime (
  workspace_id text not null,
  user_id text not null,
  week_start date not null,
  week_end date not null,
  total_seconds bigint not null,
  threshold_seconds bigint,
  alerted_at timestamptz,
  version int not null,
  sequence bigint not null,
  primary key (workspace_id, user_id, week_start)
);
comment on table overtime is 'Weeks of members that went past the threshold, as they were told.';

create table rate (
  id text not null,
  workspace_id text not null,
  user_id text,
  project_id text,
  task_id text,
  hourly_rate numeric,
  cost_rate numeric,
  currency text not null,
  effective_from date not null,
  effective_to date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table token (
  id text not null,
  workspace_id text not null,
  user_id text not null,
  name text not null,
  scopes text[] not null,
  own_data_only boolean not null,
  expires_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  version int not null,
  sequence bigint not null,
  primary key (workspace_id, id)
);

create table time_webhook (
  id text not null,
  workspace_id text not null,
  url text not null,
  description text,
  events text[] not null,
  enabled boolean not null,
  disabled_reason text,
  disabled_at timestamptz,
  retry_delays int[] not null,
  payload text not null,
  format text not null,
  ordering text not null,
  include text[] not null,
  max_in_flight int not null,
  rate_per_second int,
  custom_header_names text[] not null,
  filter jsonb not null,
  secrets jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table time_entry (
  id text not null,
  workspace_id text not null,
  user_id text not null,
  entity_type text not null,
  entity_id text,
  project_id text,
  task_id text,
  description text,
  tags text[] not null,
  billable boolean not null,
  started_at timestamptz,
  ended_at timestamptz,
  timezone text not null,
  log_date date not null,
  duration_seconds bigint not null,
  rounded_seconds bigint not null,
  status text not null,
  source text not null,
  external_source text,
  external_id text,
  hourly_rate numeric not null,
  cost_rate numeric,
  currency text not null,
  rate_id text,
  invoice_line_id text,
  needs_review boolean not null,
  review_reason text,
  timesheet_id text,
  split_of text,
  auto_approve boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table timesheet (
  id text not null,
  workspace_id text not null,
  user_id text not null,
  period_start date not null,
  period_end date not null,
  status text not null,
  total_seconds bigint not null,
  billable_seconds bigint not null,
  submitted_at timestamptz,
  submitted_by text,
  approved_at timestamptz,
  approved_by text,
  rejected_at timestamptz,
  rejected_by text,
  reason text,
  level int not null,
  note text,
  approval_route_id text,
  approval_levels jsonb,
  approval_comment text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  primary key (workspace_id, id)
);
comment on table timesheet is 'Totals are current: between transitions they follow the entries.';

create table invoice (
  id text not null,
  workspace_id text not null,
  lines bigint not null,
  entries bigint not null,
  total_seconds bigint not null,
  amounts jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  primary key (workspace_id, id)
);
comment on column invoice.amounts is '[{currency, amount}], the sums of the lines.';

create table invoice_line (
  id text not null,
  workspace_id text not null,
  invoice_id text not null,
  group_by text not null,
  entry_id text,
  project_id text,
  user_id text,
  task_id text,
  log_date date,
  currency text not null,
  entries bigint not null,
  total_seconds bigint not null,
  seconds_times_rate numeric not null,
  amount numeric not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create table rollup (
  workspace_id text not null,
  dimension text not null,
  dimension_id text not null,
  log_date date not null,
  currency text not null,
  entries bigint not null,
  total_seconds bigint not null,
  raw_seconds bigint not null,
  billable_seconds bigint not null,
  approved_seconds bigint not null,
  approved_billable_seconds bigint not null,
  invoiced_seconds bigint not null,
  amount numeric not null,
  approved_amount numeric not null,
  cost numeric not null,
  primary key (workspace_id, dimension, dimension_id, log_date, currency)
);
comment on table rollup is
  'Amounts are sums of seconds × hourly rate, exact: divide by 3600 and round only to show them. A row that came to zero is gone.';

create table rollup_month (like rollup including constraints including indexes);
comment on table rollup_month is
  'The same of whole months, at their first day, for reports over long spans.';

create table event (
  workspace_id text not null,
  sequence bigint not null,
  event_id text not null,
  type text not null,
  timestamp timestamptz not null,
  body text not null,
  hash text not null,
  previous_hash text not null,
  entity_type text not null,
  entity_id text not null,
  user_id text not null,
  via text not null,
  primary key (workspace_id, sequence)
);
comment on table event is
  'The log of each workspace, and with it the audit: who did what to which thing. What changed stands in the body.';
comment on column event.body is 'The JSON exactly as it stands on Kafka.';
