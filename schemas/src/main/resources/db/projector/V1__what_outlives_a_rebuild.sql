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
  primary key (workspace_id, user_id)
);
comment on table member_profile is 'What must never stand in an event; a row goes when its member is erased.';

create table request_info (
  workspace_id text not null,
  event_id text not null,
  ip_address text,
  user_agent text,
  recorded_at timestamptz not null,
  primary key (workspace_id, event_id)
);
create index request_info_recorded_at on request_info (recorded_at);
comment on table request_info is 'Where the requests behind the events came from; 400 days.';
