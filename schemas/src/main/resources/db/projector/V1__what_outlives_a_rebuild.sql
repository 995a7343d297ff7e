-- What is not folded from time.events.v1, and which projection is read.

create table live_projection (
  singleton boolean primary key default true check (singleton),
  number int not null,
  schema_name text not null generated always as ('projection_' || number::text) stored,
  views_checksum text,
  switched_at timestamptz not null default now()
);
comment on table live_projection is
  'The projection that the views of read and reporting show. Writers of a projection hold an access share lock on it, a switch an exclusive one.';

create table topic_position (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
comment on table topic_position is 'Where to go on in the private topics.';

create table command_outcome (
  workspace_id text not null,
  command_id text not null,
  user_id text not null,
  decided_at timestamptz not null,
  sequence bigint not null,
  reply jsonb not null,
  primary key (workspace_id, command_id)
);
create index command_outcome_decided_at on command_outcome (decided_at);
comment on table command_outcome is 'Replies of the last 72 hours; for the command''s creator alone.';

create table member_profile (
  workspace_id text not null,
  user_id text not null,
  name text,
  email text,
  role text not null,
  timezone text not null,
  teams text[] not null,
  active boolean not null,
  only_teams text[],
  primary key (workspace_id, user_id)
);
comment on table member_profile is 'What must never stand in an event; a row goes when its member is erased.';

create table request_info (
  workspace_id text not null,
  first_sequence bigint not null,
  last_sequence bigint not null,
  ip_address text,
  user_agent text,
  recorded_at timestamptz not null,
  primary key (workspace_id, first_sequence)
);
create index request_info_recorded_at on request_info (recorded_at);
comment on table request_info is 'Where the request behind the events of a command, from the first to the last sequence, came from; 400 days.';

create table activity_slot (
  workspace_id text not null,
  id text not null,
  user_id text not null,
  started_at timestamptz not null,
  device_id text not null,
  revision bigint not null,
  log_date date not null,
  timezone text not null,
  project_id text,
  task_id text,
  tracked_seconds int not null,
  keyboard_seconds int not null,
  mouse_seconds int not null,
  overall_seconds int not null,
  apps jsonb not null,
  urls jsonb not null,
  screenshots jsonb not null,
  submitted_by text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index activity_slot_start on activity_slot (workspace_id, started_at, id);
create index activity_slot_user on activity_slot (workspace_id, user_id, started_at);
create index activity_slot_updated on activity_slot (workspace_id, updated_at, id);
create index activity_slot_age on activity_slot (started_at);
comment on table activity_slot is
  'The highest revision of each slot of ten minutes, for 90 days. Of time.activities.v1, which the ledger does not decide.';

create table activity_day (
  workspace_id text not null,
  user_id text not null,
  project_id text not null,
  log_date date not null,
  slots bigint not null,
  tracked_seconds bigint not null,
  keyboard_seconds bigint not null,
  mouse_seconds bigint not null,
  overall_seconds bigint not null,
  primary key (workspace_id, user_id, project_id, log_date)
);
create index activity_day_date on activity_day (workspace_id, log_date);
comment on table activity_day is
  'Sums of activity_slot, also of slots that had their time. The project is empty where there is none.';
