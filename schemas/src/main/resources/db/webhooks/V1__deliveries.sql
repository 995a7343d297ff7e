-- What webhook-dispatcher keeps: endpoints as the log tells them, bodies as they go out, deliveries,
-- every attempt. Tables that grow by the day are cut by `day`, the UTC date of the event; what is too
-- old goes by dropping partitions. In keys `day` comes last: within a partition it tells nothing, but
-- PostgreSQL would read a day as a whole by it, for as long as it has no statistics of that day.

create table read_position (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
comment on table read_position is 'Where intake goes on; advanced in the transaction that applied what came before.';

create table progress (
  workspace_id text primary key,
  sequence bigint not null
);
comment on table progress is 'The last event of each workspace that intake has seen: repeated events are known by it.';

create sequence revision;

create table endpoint (
  id text primary key,
  workspace_id text not null,
  url text not null,
  host text not null,
  events text[] not null,
  enabled boolean not null,
  disabled_reason text,
  disabled_at timestamptz,
  config jsonb not null,
  sequence bigint not null,
  revision bigint not null default nextval('revision'),
  deleted_at timestamptz
);
create index endpoint_of_workspace on endpoint (workspace_id) where deleted_at is null;
comment on table endpoint is 'Subscriptions as of the last event about them.';
comment on column endpoint.config is 'The resource of that event.';
comment on column endpoint.sequence is 'Of that event.';
comment on column endpoint.revision is 'Differs after every change of the endpoint or of its secrets.';

create table secret (
  endpoint_id text primary key,
  workspace_id text not null,
  sealed jsonb not null
);
comment on table secret is 'The sealed signing secrets, as they stand on their private topic. May come before their endpoint.';

create table event (
  day date not null,
  id text not null,
  workspace_id text not null,
  type text not null,
  occurred_at timestamptz not null,
  sequence bigint not null,
  topic text not null,
  partition int not null,
  "offset" bigint not null,
  traceparent text,
  received_at timestamptz not null default clock_timestamp(),
  primary key (id, day)
) partition by range (day);
create table event_default partition of event default;
comment on table event is 'Events that go to at least one endpoint.';

create table body (
  day date not null,
  event_id text not null,
  variant text not null,
  bytes bytea not null,
  primary key (event_id, variant, day)
) partition by range (day);
create table body_default partition of body default;
comment on table body is 'The bytes that go out, rendered once, the same on every attempt and replay.';
comment on column body.variant is 'Of the payload: full or thin, with rates or costs, or for Slack.';

create table delivery (
  day date not null,
  id text not null,
  workspace_id text not null,
  endpoint_id text not null,
  event_id text not null,
  event_type text not null,
  occurred_at timestamptz not null,
  variant text not null,
  trigger text not null check (trigger in ('event', 'test', 'manual', 'replay')),
  replay_no int not null default 0,
  replay_job_id text,
  command_id text,
  state text not null check (
    state in ('pending', 'held', 'delivered', 'failed_permanent', 'exhausted', 'cancelled')),
  attempts int not null default 0,
  attempts_billed int not null default 0,
  last_outcome text,
  last_status_code int,
  final_reason text,
  next_attempt_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (id, day),
  unique (event_id, endpoint_id, replay_no, day)
) partition by range (day);
create table delivery_default partition of delivery default;
create index delivery_log on delivery (endpoint_id, created_at desc, id desc);
create index delivery_unfinished on delivery (endpoint_id) where state in ('pending', 'held');
create index delivery_of_replay on delivery (replay_job_id) where replay_job_id is not null;
comment on table delivery is 'One event for one endpoint; a replay is another row.';
comment on column delivery.replay_no is '0 for the event itself, then counted.';
comment on column delivery.command_id is 'That asked for it; null for an event.';
comment on column delivery.attempts_billed is 'Attempts that count against the retry schedule.';

create sequence lease_token;

-- Partitions would have to be searched all for what is due: the queue stands apart, with the
-- unfinished alone.
create table queued (
  delivery_id text primary key,
  day date not null,
  lane_id text not null,
  event_id text not null,
  event_type text not null,
  variant text not null,
  trigger text not null,
  command_id text,
  traceparent text,
  ord bigint not null generated always as identity,
  due_at timestamptz not null,
  attempts int not null default 0,
  attempts_billed int not null default 0,
  interruptions int not null default 0,
  created_at timestamptz not null,
  lease_token bigint,
  lease_until timestamptz
);
create index queued_due on queued (lane_id, due_at, ord) where lease_token is null;
create index queued_order on queued (lane_id, ord);
create index queued_lease on queued (lease_until) where lease_token is not null;
comment on table queued is 'Deliveries that wait for an attempt or are being attempted.';
comment on column queued.lease_token is 'Fences the attempt: whoever finishes it must still hold it.';

create table lane (
  id text primary key,
  endpoint_id text not null,
  workspace_id text not null,
  host text not null,
  strict boolean not null default false,
  next_due_at timestamptz,
  hold_until timestamptz,
  hold_reason text,
  in_flight int not null default 0,
  cap_now int not null,
  cap_max int not null,
  rate_per_second int,
  fast_streak int not null default 0,
  fail_streak int not null default 0,
  first_failure_at timestamptz,
  last_failure_at timestamptz,
  last_success_at timestamptz,
  notice_percent int not null default 0
);
create index lane_due on lane (next_due_at);
create index lane_of_endpoint on lane (endpoint_id);
comment on table lane is 'The queue of one endpoint, seen from outside: a claim looks at lanes first. Tests of an endpoint have a lane of their own. Whoever changes deliveries locks their lanes first, in the order of ids.';
comment on column lane.cap_now is 'Calls that may be in flight now: adapts to how the endpoint does, up to cap_max.';
comment on column lane.first_failure_at is 'Since when every attempt failed.';
comment on column lane.notice_percent is 'How far the endpoint is on its way to being disabled, as last told.';

create table attempt (
  day date not null,
  delivery_id text not null,
  attempt_no int not null,
  scheduled_for timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  billed boolean,
  status_code int,
  error_detail text,
  dns_ms int,
  connect_ms int,
  tls_ms int,
  first_byte_ms int,
  total_ms int,
  remote_ip text,
  request_headers jsonb,
  response_headers jsonb,
  response_body bytea,
  response_truncated boolean,
  response_sha256 text,
  retry_after text,
  next_attempt_at timestamptz,
  secret_seqs int[],
  worker_id text not null,
  lease_token bigint not null,
  trace_id text,
  primary key (delivery_id, attempt_no, day)
) partition by range (day);
create table attempt_default partition of attempt default;
comment on table attempt is 'One call, written before it is made and completed after it.';
comment on column attempt.outcome is 'Null while the call is in flight.';
comment on column attempt.response_body is 'At most the first 16 KiB.';

create table replay_job (
  id text primary key,
  workspace_id text not null,
  endpoint_id text not null,
  state text not null check (state in ('running', 'done', 'cancelled')),
  filter jsonb not null,
  rate_per_second int not null,
  cursor_at timestamptz,
  cursor_id text,
  replayed bigint not null default 0,
  skipped bigint not null default 0,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
comment on column replay_job.cursor_at is 'When the last one that was sent again had been made; with cursor_id, its id.';
create index replay_job_running on replay_job (id) where state = 'running';
comment on table replay_job is 'Deliveries sent again on request, at a bounded rate; goes on after a restart.';

create table handled_command (
  command_id text primary key,
  body_hash text not null,
  waiters jsonb not null,
  reply bytea,
  handled_at timestamptz not null default clock_timestamp()
);
create index handled_command_at on handled_command (handled_at);
comment on table handled_command is 'Commands that were taken, with their reply once it is there: a repeated one gets the same.';
comment on column handled_command.waiters is 'The record headers of a reply that is still to come, one object per record that asked.';

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  headers jsonb not null,
  value bytea not null
);
comment on table outbox is 'Records for Kafka, written with what they tell of and removed once acknowledged.';

create table poison (
  topic text not null,
  partition int not null,
  "offset" bigint not null,
  key text,
  value bytea,
  error text not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (topic, partition, "offset")
);
comment on table poison is 'Records that could not be read, as they came.';
