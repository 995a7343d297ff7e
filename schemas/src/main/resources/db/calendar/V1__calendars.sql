-- Tables of calendar-connector: connections as of the log, their calendars, the events read from these
-- (sources), and the blocks folded from sources. Lost sources and blocks are read again from the providers;
-- dismissals are restored from their topic. A transaction that changes a member's blocks locks the member's
-- row of `head` first, which also orders the outbox records of the member, and then the lane.

create table read_position (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
comment on table read_position is 'Next offsets of intake. Advanced in the transaction that applies the records.';

create table progress (
  workspace_id text primary key,
  sequence bigint not null
);
comment on table progress is 'Sequence of the last applied event of each workspace, to deduplicate events.';

create table filled (
  topic text primary key,
  filled_at timestamptz not null default clock_timestamp()
);
comment on table filled is 'Topics that this schema was completely restored from. They are not read again.';

create table member (
  workspace_id text not null,
  user_id text not null,
  timezone text not null,
  active boolean not null,
  sequence bigint not null,
  primary key (workspace_id, user_id)
);
comment on table member is 'Members as of their last event. The zone defines their days.';

create table head (
  workspace_id text not null,
  user_id text not null,
  revision bigint not null,
  primary key (workspace_id, user_id)
);
comment on table head is 'Revision of a member''s blocks. A transaction that changes blocks locks this row first.';

create table secret (
  connection_id text primary key,
  workspace_id text not null,
  version int not null,
  sealed jsonb not null
);
comment on table secret is 'Credentials of connections, sealed as on their private topic. A row may precede its connection.';

create table lane (
  id text primary key,
  provider text not null,
  next_due_at timestamptz,
  hold_until timestamptz,
  hold_reason text,
  lease_token bigint,
  lease_until timestamptz,
  lease_owner text,
  fail_streak int not null default 0
);
create index lane_due on lane (next_due_at) where next_due_at is not null;
create index lane_lease on lane (lease_owner) where lease_token is not null;
comment on table lane is 'One provider account. At most one round per lane runs at a time, across all instances.';
comment on column lane.next_due_at is 'When the earliest work of the lane is due; null for none.';
comment on column lane.hold_until is 'No call before this time: the provider asked to wait, or calls failed.';
comment on column lane.lease_token is 'Fencing token. A round writes only while the lane has its token.';
comment on column lane.lease_owner is 'Instance and run. After a restart, an instance expires the leases of its earlier runs.';
comment on column lane.fail_streak is 'Failures in a row.';

create sequence lease_token;

create table connection (
  id text primary key,
  workspace_id text not null,
  user_id text not null,
  provider text not null,
  status text not null,
  version int not null,
  sequence bigint not null,
  lane_id text not null,
  config jsonb,
  health text not null default 'connecting',
  reported_version int,
  reported_status text,
  calendars_due_at timestamptz,
  created_at timestamptz not null,
  last_success_at timestamptz,
  error text,
  error_since timestamptz,
  requested_round_id text,
  deleted_at timestamptz
);
create index connection_of_member on connection (workspace_id, user_id);
create index connection_of_lane on connection (lane_id) where deleted_at is null;
comment on table connection is 'Connections as of their last event, and their health. A deleted one keeps its row without config; its sequence makes older events no-ops.';
comment on column connection.status is 'Status in the ledger: connecting, active, needs_reauth, needs_consent or failed.';
comment on column connection.config is 'The resource as of its last event; null once deleted.';
comment on column connection.health is 'Result of the last rounds, with the values of status. Reported to the ledger if it differs from status.';
comment on column connection.calendars_due_at is 'When the listing of its calendars is due; null for none.';
comment on column connection.requested_round_id is 'The requested round that has not ended yet; null for none.';

create table calendar (
  id text primary key,
  connection_id text not null references connection (id) on delete cascade,
  workspace_id text not null,
  user_id text not null,
  provider_ref text not null,
  name text,
  zone text,
  access_role text not null,
  is_primary boolean not null,
  selected boolean not null,
  due_at timestamptz,
  due_reason text,
  due_count bigint not null default 0,
  cursor text,
  query_version int,
  window_from date,
  window_to date,
  window_zone text,
  generation bigint not null default 0,
  poll_seconds bigint,
  last_success_at timestamptz,
  quiet_rounds bigint not null default 0,
  error text,
  error_since timestamptz
);
create index calendar_of_connection on calendar (connection_id);
comment on table calendar is 'Calendars of connections. Only selected ones are read.';
comment on column calendar.due_count is 'How often the calendar was made due. A higher count at the end of a round means that another round is due.';
comment on column calendar.cursor is 'The provider''s cursor for the next round; null for a full round.';
comment on column calendar.query_version is 'Query version that made the cursor. With another version the next round is full.';
comment on column calendar.window_zone is 'Zone of the days of the window: the member''s when it was read.';
comment on column calendar.generation is 'Number of the last round. A complete full round deletes sources with an older number.';
comment on column calendar.poll_seconds is 'Poll interval that the source suggested last; null for none.';
comment on column calendar.quiet_rounds is 'Number of rounds without changes. Most of them have no row in round.';

create table source (
  calendar_id text not null references calendar (id) on delete cascade,
  event_ref text not null,
  workspace_id text not null,
  user_id text not null,
  block_id text not null,
  uid text,
  series_ref text,
  original_start text,
  version_hash text not null,
  generation bigint not null,
  hidden_reason text,
  day date not null,
  event jsonb not null,
  primary key (calendar_id, event_ref)
);
create index source_of_block on source (workspace_id, block_id);
create index source_of_series on source (calendar_id, series_ref) where series_ref is not null;
comment on table source is 'One event instance in one calendar.';
comment on column source.event is 'The event without description, location and e-mail addresses; without title if private, unless the owner chose to show private titles.';
comment on column source.hidden_reason is 'Why it is hidden, such as declined; null if visible.';
comment on column source.day is 'The day on which it begins, in the member''s zone.';

create table block (
  workspace_id text not null,
  id text not null,
  user_id text not null,
  calendar_id text not null,
  connection_id text not null,
  provider text not null,
  kind text not null,
  title text,
  private boolean not null,
  tentative boolean not null,
  started_at timestamptz,
  ended_at timestamptz,
  start_date date,
  end_date date,
  timezone text not null,
  log_date date not null,
  recurring boolean not null,
  organizer_domain text,
  attendee_domains text[] not null,
  guests int not null,
  sources jsonb not null,
  drift text,
  version int not null,
  primary key (workspace_id, id)
);
create index block_of_member on block (workspace_id, user_id, log_date, id);
create index block_of_connection on block (connection_id);
comment on table block is 'One meeting of one member, folded from its sources. Without visible sources it stays only if it was converted.';
comment on column block.calendar_id is 'Calendar of the source that is shown.';
comment on column block.end_date is 'Exclusive.';
comment on column block.log_date is 'The day on which it begins in the member''s zone; for whole days, the first date.';
comment on column block.drift is 'Difference since the conversion; null for none.';

create table conversion (
  workspace_id text not null,
  block_id text not null,
  user_id text not null,
  entry_id text not null,
  entry_deleted boolean not null,
  sequence bigint not null,
  snapshot jsonb,
  primary key (workspace_id, block_id)
);
create index conversion_of_member on conversion (workspace_id, user_id);
comment on table conversion is 'The entry that a block was converted to. Independent of whether the block exists.';
comment on column conversion.snapshot is 'The block as of the conversion, with its title hashed; null until the next fold.';

create table mark (
  workspace_id text not null,
  user_id text not null,
  block_id text not null,
  dismissed_at timestamptz not null,
  primary key (workspace_id, user_id, block_id)
);
comment on table mark is 'Blocks that members dismissed, as on the private topic of marks. Outlives blocks and connections.';

create table round (
  id text collate "C" primary key,
  calendar_id text,
  connection_id text not null,
  workspace_id text not null,
  user_id text not null,
  reason text not null,
  kind text,
  requested_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  outcome text,
  requests int not null default 0,
  pages int not null default 0,
  seen int not null default 0,
  changed int not null default 0,
  removed int not null default 0,
  error text
) partition by range (id);
create table round_default partition of round default;
create index round_of_connection on round (connection_id, id);
comment on table round is 'Rounds that changed something, failed, skipped unreadable items or were requested. Partitioned by day: ids begin with their time.';
comment on column round.outcome is 'Null until the round ends.';

create table handled_command (
  command_id text primary key,
  body_hash text not null,
  reply bytea not null,
  handled_at timestamptz not null default clock_timestamp()
);
create index handled_command_at on handled_command (handled_at);
comment on table handled_command is 'Handled commands with their replies. A repeated command gets the stored reply.';

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  headers jsonb not null,
  value bytea
);
comment on table outbox is 'Records for Kafka, written with the change they describe and deleted once acknowledged.';
comment on column outbox.value is 'Null for a tombstone.';

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
comment on table poison is 'Records that could not be parsed, unchanged.';
