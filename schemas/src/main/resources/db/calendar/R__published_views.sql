-- Views of calendar-connector for other services. Columns are added, never changed.

do $$
begin
  -- a role that may not create schemas finds it created
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
comment on view calendar_read.connection is 'Health of connections. Their settings are in read.connection.';
comment on column calendar_read.connection.last_success_at is 'End of the last successful round.';
comment on column calendar_read.connection.next_due_at is 'When its lane is due next; null while the member must act.';
comment on column calendar_read.connection.error is 'Why the last round failed; null if it succeeded.';
comment on column calendar_read.connection.error_since is 'Start of the current series of failures; null for none.';

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
  c.error,
  exists (
    select 1
    from calendar.channel h
    where h.calendar_id = c.id and h.closing is null and h.expires_at > clock_timestamp())
    as push
from calendar.calendar c;
comment on view calendar_read.calendar is 'The calendars of a connection.';
comment on column calendar_read.calendar.selected is 'Whether the connector reads it.';
comment on column calendar_read.calendar.push is 'Whether its provider reports changes.';

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
  b.version,
  b.contact_hashes
from calendar.block b
left join calendar.mark m
  on m.workspace_id = b.workspace_id and m.user_id = b.user_id and m.block_id = b.id
left join calendar.conversion k on k.workspace_id = b.workspace_id and k.block_id = b.id;
comment on view calendar_read.block is 'Blocks of members. Each may be shown only to its member. Lists are ordered by (log_date, id).';
comment on column calendar_read.block.kind is 'meeting, focus, absence or all_day.';
comment on column calendar_read.block.title is 'Null if the title is not stored or the event has none.';
comment on column calendar_read.block.end_date is 'Exclusive.';
comment on column calendar_read.block.sources is 'Visible sources, as calendar_id and event_ref; the shown one comes first.';
comment on column calendar_read.block.drift is 'Difference since the conversion: moved, retitled, cancelled, gone or left_window; null for none.';
comment on column calendar_read.block.contact_hashes is 'Attendees, comparable with read.contact.email_hashes; never shown.';
comment on column calendar_read.block.converted_started_at is 'Start as of the conversion.';

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
comment on view calendar_read.round is 'Rounds of the last 30 days that changed something, failed, skipped unreadable items or were requested.';
comment on column calendar_read.round.kind is 'full or next; null until it ends.';
comment on column calendar_read.round.outcome is 'succeeded, partial or failed; null until it ends.';

create or replace view calendar_read.head as
select workspace_id, user_id, revision
from calendar.head;
comment on view calendar_read.head is 'Revision of a member''s blocks; changes with each change of them.';

do $$
begin
  -- a role that may not create schemas finds it created
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
  'Times when members are busy according to their calendars, without titles: one row per meeting and member. Covers 30 days back to 14 days ahead unless the member chose other limits.';
comment on column reporting.calendar_blocks.workspace_id is 'The tenant.';
comment on column reporting.calendar_blocks.block_id is 'The block: one meeting of one member.';
comment on column reporting.calendar_blocks.user_id is 'The member.';
comment on column reporting.calendar_blocks.calendar_id is 'The calendar of the source that is shown.';
comment on column reporting.calendar_blocks.provider is 'google, microsoft or ics.';
comment on column reporting.calendar_blocks.kind is 'meeting, focus, absence or all_day.';
comment on column reporting.calendar_blocks.state is 'pending, converted (an entry exists) or dismissed.';
comment on column reporting.calendar_blocks.tentative is 'Whether the member has not accepted, or only tentatively.';
comment on column reporting.calendar_blocks.started_at is 'Start; null for whole days.';
comment on column reporting.calendar_blocks.ended_at is 'End; null for whole days, and if the calendar gives none.';
comment on column reporting.calendar_blocks.start_date is 'First of whole days; null for timed meetings.';
comment on column reporting.calendar_blocks.end_date is 'Day after the last of whole days; null for timed meetings.';
comment on column reporting.calendar_blocks.timezone is 'Zone of its times in the calendar; for whole days, of the member.';
comment on column reporting.calendar_blocks.log_date is 'The day that it counts for.';
comment on column reporting.calendar_blocks.entry_id is 'The entry that it was converted to; null for none.';

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
comment on view reporting.calendar_connections is 'Provider accounts that members connected.';
comment on column reporting.calendar_connections.workspace_id is 'The tenant.';
comment on column reporting.calendar_connections.connection_id is 'The connection.';
comment on column reporting.calendar_connections.user_id is 'The member whose account it is.';
comment on column reporting.calendar_connections.provider is 'google, microsoft or ics.';
comment on column reporting.calendar_connections.status is 'connecting, active, needs_reauth, needs_consent or failed.';
comment on column reporting.calendar_connections.created_at is 'When it was connected.';
comment on column reporting.calendar_connections.last_success_at is 'End of the last successful round; null for never.';
comment on column reporting.calendar_connections.error_since is 'Start of the current series of failures; null for none.';
