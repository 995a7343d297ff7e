-- What others read of calendar-connector. Columns are added, never changed.

do $$
begin
  -- who may not create schemas finds it there
  if to_regnamespace('calendar_read') is null then
    create schema calendar_read;
  end if;
end
$$;
comment on schema calendar_read is 'Calendars and blocks, for the API.';

create or replace view calendar_read.connection as
select
  c.id,
  c.workspace_id,
  c.user_id,
  c.provider,
  c.last_success_at,
  case when l.next_due_at is null then null else greatest(l.next_due_at, l.hold_until) end
    as next_due_at,
  c.error,
  c.error_since
from calendar.connection c
left join calendar.lane l on l.id = c.lane_id
where c.deleted_at is null;
comment on view calendar_read.connection is 'How a connection does. What it is, read.connection says.';
comment on column calendar_read.connection.last_success_at is 'When a round of it last came to its end.';
comment on column calendar_read.connection.next_due_at is 'When its account is asked next; null while it waits for its member.';
comment on column calendar_read.connection.error is 'In words; null while the last round succeeded.';
comment on column calendar_read.connection.error_since is 'Since when every round failed.';

create or replace view calendar_read.calendar as
select
  c.id,
  c.connection_id,
  c.workspace_id,
  c.user_id,
  c.name,
  c.zone as timezone,
  c.access_role,
  c.is_primary,
  c.selected,
  c.due_at,
  c.last_success_at,
  c.error
from calendar.calendar c;
comment on view calendar_read.calendar is 'The calendars of a connection.';
comment on column calendar_read.calendar.selected is 'Whether it is read.';

create or replace view calendar_read.block as
select
  b.workspace_id,
  b.id,
  b.user_id,
  b.calendar_id,
  b.provider,
  b.kind,
  b.title,
  b.private,
  b.tentative,
  b.started_at,
  b.ended_at,
  b.start_date,
  b.end_date,
  b.timezone,
  b.log_date,
  b.recurring,
  b.organizer_domain,
  b.attendee_domains,
  b.guests,
  b.sources,
  m.dismissed_at,
  case when not k.entry_deleted then b.drift end as drift,
  case when not k.entry_deleted then (k.snapshot ->> 'started_at')::timestamptz end
    as converted_started_at,
  case when not k.entry_deleted then (k.snapshot ->> 'ended_at')::timestamptz end
    as converted_ended_at,
  b.version
from calendar.block b
left join calendar.mark m
  on m.workspace_id = b.workspace_id and m.user_id = b.user_id and m.block_id = b.id
left join calendar.conversion k on k.workspace_id = b.workspace_id and k.block_id = b.id;
comment on view calendar_read.block is 'The meetings of a member, for that member alone. Lists go by (log_date, id).';
comment on column calendar_read.block.kind is 'meeting, focus, absence or all_day.';
comment on column calendar_read.block.title is 'Null when it is hidden or there is none.';
comment on column calendar_read.block.end_date is 'Exclusive.';
comment on column calendar_read.block.sources is 'The events that it was folded from: calendar_id and event_ref of each.';
comment on column calendar_read.block.drift is 'moved, retitled, cancelled, gone or left_window since it was converted; null for no difference.';
comment on column calendar_read.block.converted_started_at is 'When it began as it was converted.';

create or replace view calendar_read.round as
select
  r.id,
  r.calendar_id,
  r.connection_id,
  r.workspace_id,
  r.user_id,
  r.reason,
  r.kind,
  r.started_at,
  r.ended_at,
  r.outcome,
  r.requests,
  r.pages,
  r.seen,
  r.changed,
  r.removed,
  r.error
from calendar.round r;
comment on view calendar_read.round is 'Rounds that changed something, failed or were asked for, of the last 30 days.';
comment on column calendar_read.round.kind is 'full or next; null before it began.';
comment on column calendar_read.round.outcome is 'succeeded, partial or failed; null until it is over.';

create or replace view calendar_read.head as
select workspace_id, user_id, revision
from calendar.head;
comment on view calendar_read.head is 'Differs after every change of the blocks of a member.';

do $$
begin
  -- who may not create schemas finds it there
  if to_regnamespace('reporting') is null then
    create schema reporting;
  end if;
end
$$;

create or replace view reporting.calendar_blocks as
select
  b.workspace_id,
  b.id as block_id,
  b.user_id,
  b.calendar_id,
  b.provider,
  b.kind,
  case
    when not coalesce(k.entry_deleted, true) then 'converted'
    when m.block_id is not null then 'dismissed'
    else 'pending'
  end as state,
  b.tentative,
  b.started_at,
  b.ended_at,
  b.start_date,
  b.end_date,
  b.timezone,
  b.log_date,
  case when not k.entry_deleted then k.entry_id end as entry_id
from calendar.block b
left join calendar.mark m
  on m.workspace_id = b.workspace_id and m.user_id = b.user_id and m.block_id = b.id
left join calendar.conversion k on k.workspace_id = b.workspace_id and k.block_id = b.id;
comment on view reporting.calendar_blocks is
  'When members are busy by their calendars, not with what: one meeting of one member. From 30 days back to 14 days ahead, unless its member chose otherwise.';
comment on column reporting.calendar_blocks.workspace_id is 'The tenant.';
comment on column reporting.calendar_blocks.block_id is 'The meeting of this member.';
comment on column reporting.calendar_blocks.user_id is 'The member.';
comment on column reporting.calendar_blocks.calendar_id is 'The calendar that it is shown by.';
comment on column reporting.calendar_blocks.provider is 'google, microsoft or ics.';
comment on column reporting.calendar_blocks.kind is 'meeting, focus, absence or all_day.';
comment on column reporting.calendar_blocks.state is 'pending, converted when an entry was made of it, or dismissed.';
comment on column reporting.calendar_blocks.tentative is 'Whether the member has not accepted it.';
comment on column reporting.calendar_blocks.started_at is 'When it begins; null for days.';
comment on column reporting.calendar_blocks.ended_at is 'When it ends; null for days, and where the calendar does not say.';
comment on column reporting.calendar_blocks.start_date is 'First day; null for times.';
comment on column reporting.calendar_blocks.end_date is 'The day after the last; null for times.';
comment on column reporting.calendar_blocks.timezone is 'Zone that it was made in.';
comment on column reporting.calendar_blocks.log_date is 'The day that its time would count for.';
comment on column reporting.calendar_blocks.entry_id is 'The entry that was made of it; null for none.';

create or replace view reporting.calendar_connections as
select
  c.workspace_id,
  c.id as connection_id,
  c.user_id,
  c.provider,
  c.status,
  c.created_at,
  c.last_success_at,
  c.error_since
from calendar.connection c
where c.deleted_at is null;
comment on view reporting.calendar_connections is 'Accounts that members have connected to read their calendars from.';
comment on column reporting.calendar_connections.workspace_id is 'The tenant.';
comment on column reporting.calendar_connections.connection_id is 'The connection.';
comment on column reporting.calendar_connections.user_id is 'Whose account it is.';
comment on column reporting.calendar_connections.provider is 'google, microsoft or ics.';
comment on column reporting.calendar_connections.status is 'connecting, active, needs_reauth, needs_consent or failed.';
comment on column reporting.calendar_connections.created_at is 'When it was connected.';
comment on column reporting.calendar_connections.last_success_at is 'When it was last read to the end; null for never.';
comment on column reporting.calendar_connections.error_since is 'Since when every attempt failed; null while it works.';
