create schema if not exists crud;

create table if not exists crud.timesheet (
  id text primary key,
  workspace_id text not null,
  user_id text not null,
  week date not null,
  status text not null,
  unique (workspace_id, user_id, week)
);

create table if not exists crud.entry (
  id text primary key,
  workspace_id text not null,
  user_id text not null,
  project_id text,
  description text,
  billable boolean not null,
  log_date date not null,
  duration_seconds bigint not null,
  hourly_rate numeric not null,
  timesheet_id text not null,
  idempotency_key text not null,
  body_hash text not null,
  answer text not null,
  created_at timestamptz not null,
  unique (workspace_id, user_id, idempotency_key)
);
create index if not exists entry_week on crud.entry (workspace_id, user_id, log_date);

create table if not exists crud.audit (
  id bigint generated always as identity primary key,
  workspace_id text not null,
  user_id text not null,
  action text not null,
  entity_id text not null,
  changes jsonb not null,
  at timestamptz not null
);

create table if not exists crud.outbox (
  id bigint generated always as identity primary key,
  workspace_id text not null,
  type text not null,
  body text not null
);
