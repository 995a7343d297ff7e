-- What calendar-connector keeps: connections as the log tells them, their calendars, the events that were
-- read from these (sources), and the blocks that they were folded into. Sources and blocks are fetched
-- again when they are lost; dismissals stand on the log as well. Whoever changes what a member sees locks
-- their row of `head` first, which also gives records for Kafka their order, and the lane next.

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
comment on table progress is 'The last event of each workspace that intake has applied: repeated events are known by it.';

create table filled (
  topic text primary key,
  filled_at timestamptz not null default clock_timestamp()
);
comment on table filled is 'Topics that this schema was filled from once, and that are not read again.';

create table member (
  workspace_id text not null,
  user_id text not null,
  timezone text not null,
  active boolean not null,
  sequence bigint not null,
  primary key (workspace_id, user_id)
);
comment on table member is 'Members as of the last event about them: their zone says where their days begin.';

create table head (
  workspace_id text not null,
  user_id text not null,
  revision bigint not null,
  primary key (workspace_id, user_id)
);
comment on table head is 'Counts changes of the blocks of a member; locked by whoever makes one.';

create table secret (
  connection_id text primary key,
  workspace_id text not null,
  version int not null,
  sealed jsonb not null
);
comment on table secret is 'What a connection is opened with, sealed as on its private topic. May come before its connection.';

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
comment on table lane is 'One account at a provider: one round at a time, whoever makes it.';
comment on column lane.next_due_at is 'When something of it is due; null for nothing.';
comment on column lane.hold_until is 'Not asked before, whatever is due: the provider said so, or it failed.';
comment on column lane.lease_token is 'Fences a round: what does not hold it is not written.';
comment on column lane.lease_owner is 'Instance and run, so that a restart takes up its own lanes at once.';
comment on column lane.fail_streak is 'Rounds that failed since the last one that did not.';

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
comment on table connection is 'Connections as of the last event about them, and how they do. Of a deleted one only what its rounds are shown by is left.';
comment on column connection.status is 'What the ledger says: connecting, active, needs_reauth, needs_consent or failed.';
comment on column connection.config is 'The resource of the last event.';
comment on column connection.health is 'What the last round says, in the words of status; reported when it differs.';
comment on column connection.calendars_due_at is 'When its calendars are to be listed; null for not at all.';
comment on column connection.requested_round_id is 'Of a round that was asked for and has not begun.';

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
  generation bigint not null default 0,
  poll_seconds bigint,
  last_success_at timestamptz,
  quiet_rounds bigint not null default 0,
  error text,
  error_since timestamptz
);
create index calendar_of_connection on calendar (connection_id);
comment on table calendar is 'Calendars of a connection; one that is not selected is not read.';
comment on column calendar.due_count is 'Counts when it was made due: what became due during a round is one more round.';
comment on column calendar.cursor is 'Where the next round goes on, in the words of the provider; null reads all.';
comment on column calendar.query_version is 'Of what asked for the cursor: another one reads all.';
comment on column calendar.generation is 'Counts rounds; what a full one did not meet has an older one, and goes.';
comment on column calendar.poll_seconds is 'How often its source wants to be read, as it said last; null for no word.';
comment on column calendar.quiet_rounds is 'Rounds that found nothing new; they have no row of their own.';

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
comment on column source.event is 'What is kept of it: no description, no place, no address; no title of a private one unless its owner chose so.';
comment on column source.hidden_reason is 'Why it makes no block, as declined; null for one that does.';
comment on column source.day is 'The day it begins, in the member''s zone.';

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
comment on table block is 'One meeting of one member, folded from its sources; without any it stays only for the entry that was made of it.';
comment on column block.calendar_id is 'Of the source that it is shown by.';
comment on column block.end_date is 'Exclusive.';
comment on column block.log_date is 'The day it begins: in the zone of its member, or as the calendar gives it.';
comment on column block.drift is 'How it differs from what was converted; null for not at all.';

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
comment on table conversion is 'The entry that was made of a block, also while the block is not there.';
comment on column conversion.snapshot is 'The block as it was then, its title hashed; null until it was seen.';

create table mark (
  workspace_id text not null,
  user_id text not null,
  block_id text not null,
  dismissed_at timestamptz not null,
  primary key (workspace_id, user_id, block_id)
);
comment on table mark is 'Blocks that their member dismissed, as on their private topic; outlives blocks and connections.';

create table round (
  id text primary key,
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
);
create index round_of_connection on round (connection_id, id);
create index round_ended on round (ended_at);
comment on table round is 'Rounds that changed something, failed or were asked for.';
comment on column round.outcome is 'Null until it is over.';

create table handled_command (
  command_id text primary key,
  body_hash text not null,
  reply bytea not null,
  handled_at timestamptz not null default clock_timestamp()
);
create index handled_command_at on handled_command (handled_at);
comment on table handled_command is 'Commands that were done, with their reply: a repeated one gets the same.';

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  headers jsonb not null,
  value bytea
);
comment on table outbox is 'Records for Kafka, written with what they tell of and removed once acknowledged.';
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
comment on table poison is 'Records that could not be read, as they came.';
