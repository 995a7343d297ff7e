-- The views over the projection ${projection}: `read` for the API, `reporting` for BI tools. Executed in
-- one transaction whenever another projection goes live. Replaced, not dropped: rights granted on
-- them, and views that others built on them, stay.

create schema if not exists read;
create schema if not exists reporting;

comment on schema read is 'What the API reads. Not a contract for anybody else.';
comment on schema reporting is 'The stable SQL contract for BI tools: columns are added, never changed.';

create or replace view read.position as select * from ${projection}.position;
create or replace view read.progress as select * from ${projection}.progress;
create or replace view read.workspace as select * from ${projection}.workspace;
create or replace view read.settings as select * from ${projection}.settings;
create or replace view read.project as select * from ${projection}.project;
create or replace view read.task as select * from ${projection}.task;
create or replace view read.client as select * from ${projection}.client;
create or replace view read.team as select * from ${projection}.team;
create or replace view read.approval_route as select * from ${projection}.approval_route;
create or replace view read.automation_rule as select * from ${projection}.automation_rule;
create or replace view read.connection as select * from ${projection}.connection;
create or replace view read.calendar_rule as select * from ${projection}.calendar_rule;
create or replace view read.overtime as select * from ${projection}.overtime;
create or replace view read.rate as select * from ${projection}.rate;
create or replace view read.time_webhook as select * from ${projection}.time_webhook;

create or replace view read.token as
select
  t.id,
  t.workspace_id,
  t.user_id,
  t.name,
  t.scopes,
  t.own_data_only,
  t.expires_at,
  t.created_at,
  t.created_by,
  t.revoked_at,
  t.version,
  t.sequence,
  u.last_used_at,
  t.kind,
  t.opened_by
from ${projection}.token t
left join projector.token_usage u on u.workspace_id = t.workspace_id and u.token_id = t.id;

create or replace view read.time_entry as select * from ${projection}.time_entry;
create or replace view read.timesheet as select * from ${projection}.timesheet;
create or replace view read.rollup as select * from ${projection}.rollup;
create or replace view read.rollup_month as select * from ${projection}.rollup_month;
create or replace view read.invoice as select * from ${projection}.invoice;
create or replace view read.invoice_line as select * from ${projection}.invoice_line;
create or replace view read.event as select * from ${projection}.event;

-- Name and e-mail come by another topic than the member: `profile_behind` says that they are not yet
-- those of its version. After a minute they are not waited for any more.
create or replace view read.member as
select
  m.*,
  p.name,
  p.email,
  p.version as profile_version,
  m.updated_at > now() - interval '1 minute'
    and (coalesce(p.version < m.version, false) or (p.user_id is null) <> e.erased) as profile_behind
from ${projection}.member m
left join projector.member_profile p on p.workspace_id = m.workspace_id and p.user_id = m.id
cross join lateral (
  select exists (
    select from ${projection}.event x
    where x.workspace_id = m.workspace_id
      and x.sequence = m.sequence
      and x.type = 'member.erased') as erased) e;

-- What an event changed, {field: [before, after]}: without what changes with every change, without
-- what is null in a new thing, and nothing for a denied attempt. No jsonb can hold U+0000; the
-- replacement character stands in for it. Omits names and settings of connections and the content of
-- members' own calendar rules, which only their member may see.
create or replace function read.changes(body text) returns jsonb
language sql immutable strict parallel safe
return (
  select coalesce(jsonb_object_agg(field, jsonb_build_array(before, after)), '{}')
  from (
    select case
      when strpos(body, '\u0000') = 0 then body
      -- after an even number of backslashes, each pair of which is one in the text
      else regexp_replace(body, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')
    end::jsonb as event) e
  cross join lateral (
    select key as field, value as before, event -> 'data' -> key as after
    from jsonb_each(
      case when jsonb_typeof(event -> 'previous') = 'object' then event -> 'previous' else '{}' end)
    union all
    select key, 'null', value
    from jsonb_each(event -> 'data')
    where jsonb_typeof(event -> 'previous') is distinct from 'object' and value <> 'null'
  ) change
  where field not in ('version', 'sequence', 'updated_at', 'changed_at', 'changed_sequence')
    and event ->> 'event' not like '%.denied'
    and not (
      event ->> 'event' like 'connection.%'
      and field in (
        'name', 'status_reason', 'calendar_ids', 'show_private_titles', 'days_back', 'days_ahead'))
    and not (
      event ->> 'event' like 'calendar\_rule.%'
      and event -> 'data' ->> 'user_id' is not null
      and field in ('conditions', 'effect')));

-- Where the requests of an erased member came from is shown to nobody, also when the private topics,
-- which may still hold it, are read again: the event that erased them stands on the log for good.
-- `origin_behind` says that where a request came from may still be on its way, by another topic than
-- its events.
create or replace view read.audit as
select
  e.workspace_id,
  e.sequence,
  e.event_id,
  e.type as action,
  e.entity_type,
  e.entity_id,
  e.user_id,
  e.via,
  read.changes(e.body) as changes,
  e.timestamp as at,
  e.hash,
  e.previous_hash,
  i.ip_address,
  i.user_agent,
  i.last_sequence is null
    and e.via <> 'system'
    and e.timestamp > now() - interval '1 minute'
    and not exists (
      select from projector.request_info n
      where n.workspace_id = e.workspace_id and n.first_sequence >= e.sequence) as origin_behind
from ${projection}.event e
left join lateral (
  select r.last_sequence, r.ip_address, r.user_agent
  from projector.request_info r
  where r.workspace_id = e.workspace_id and r.first_sequence <= e.sequence
  order by r.first_sequence desc
  limit 1) i
  on i.last_sequence >= e.sequence
  and not exists (
    select from ${projection}.event x
    where x.workspace_id = e.workspace_id
      and x.entity_type = 'member'
      and x.entity_id = e.user_id
      and x.type = 'member.erased'
      and x.sequence >= e.sequence);

-- Submitted timesheets and who decides on each as things are: of the level that is waited for the
-- approver, else the fallback, whoever of them first is an active member who may approve and does not
-- decide on their own time against the settings. Null where the level has nobody, and without a route.
create or replace view read.awaited_timesheet as
select
  t.id,
  t.workspace_id,
  t.user_id,
  t.period_start,
  t.period_end,
  t.status,
  t.total_seconds,
  t.billable_seconds,
  t.submitted_at,
  t.submitted_by,
  t.approved_at,
  t.approved_by,
  t.rejected_at,
  t.rejected_by,
  t.reason,
  t.level,
  t.note,
  t.approval_route_id,
  t.approval_levels,
  t.approval_comment,
  t.created_at,
  t.updated_at,
  t.version,
  t.sequence,
  (
    select m.id
    from (values
      (1, t.approval_levels -> (t.level - 1) ->> 'approver_user_id'),
      (2, t.approval_levels -> (t.level - 1) ->> 'fallback_user_id')) as turn (place, user_id)
    join ${projection}.member m
      on m.workspace_id = t.workspace_id
      and m.id = turn.user_id
      and m.active
      and m.role in ('owner', 'admin', 'manager')
    left join ${projection}.settings s on s.workspace_id = t.workspace_id
    where m.id <> t.user_id or s.allow_self_approval
    order by turn.place
    limit 1) as awaited_user_id,
  t.changed_at,
  t.changed_sequence
from ${projection}.timesheet t
where t.status = 'submitted';

create or replace view read.command_outcome as
select workspace_id, command_id, user_id, decided_at, sequence, reply
from projector.command_outcome;

-- What an erased member did on their devices is shown to nobody; the seconds stay.
create or replace view read.activity_slot as
select
  s.workspace_id,
  s.id,
  s.user_id,
  s.started_at,
  s.device_id,
  s.revision,
  s.log_date,
  s.timezone,
  s.project_id,
  s.task_id,
  s.tracked_seconds,
  s.keyboard_seconds,
  s.mouse_seconds,
  s.overall_seconds,
  case when e.at is null then s.apps else '[]' end as apps,
  case when e.at is null then s.urls else '[]' end as urls,
  case when e.at is null then s.screenshots else '[]' end as screenshots,
  s.submitted_by,
  s.updated_at
from projector.activity_slot s
left join lateral (
  select x.timestamp as at
  from ${projection}.event x
  where x.workspace_id = s.workspace_id
    and x.entity_type = 'member'
    and x.entity_id = s.user_id
    and x.type = 'member.erased'
    and x.timestamp >= s.updated_at
  limit 1) e on true;

create or replace view read.activity_day as
select
  d.user_id || '/' || d.project_id as id,
  d.workspace_id,
  d.user_id,
  nullif(d.project_id, '') as project_id,
  d.log_date,
  d.slots,
  d.tracked_seconds,
  d.keyboard_seconds,
  d.mouse_seconds,
  d.overall_seconds
from projector.activity_day d;

create or replace view reporting.time_entries as
select
  e.workspace_id,
  e.id as entry_id,
  e.user_id,
  p.name as member_name,
  e.log_date,
  e.entity_type,
  e.entity_id,
  e.project_id,
  j.name as project_name,
  j.client_id,
  c.name as client_name,
  e.task_id,
  t.name as task_name,
  e.description,
  e.tags,
  e.billable,
  e.started_at,
  e.ended_at,
  e.timezone,
  e.duration_seconds,
  round(e.duration_seconds / 3600.0, 2) as duration_hours,
  e.rounded_seconds,
  round(e.rounded_seconds / 3600.0, 2) as rounded_hours,
  e.status,
  e.source,
  e.external_source,
  e.external_id,
  e.hourly_rate,
  e.cost_rate,
  e.currency,
  case when e.billable then round(e.rounded_seconds * e.hourly_rate / 3600, 6) else 0 end as amount,
  round(e.rounded_seconds * e.cost_rate / 3600, 6) as cost,
  e.invoice_line_id,
  e.needs_review,
  e.review_reason,
  e.timesheet_id,
  e.created_at,
  e.updated_at,
  e.version,
  e.duration_seconds / 3600.0 as duration_hours_exact,
  e.rounded_seconds / 3600.0 as rounded_hours_exact
from ${projection}.time_entry e
left join ${projection}.project j on j.workspace_id = e.workspace_id and j.id = e.project_id
left join ${projection}.client c on c.workspace_id = j.workspace_id and c.id = j.client_id
left join ${projection}.task t on t.workspace_id = e.workspace_id and t.id = e.task_id
left join projector.member_profile p on p.workspace_id = e.workspace_id and p.user_id = e.user_id
where e.deleted_at is null;

comment on view reporting.time_entries is
  'Blocks of worked time, one row each, running timers included and deleted ones not.';
comment on column reporting.time_entries.workspace_id is 'The tenant.';
comment on column reporting.time_entries.entry_id is 'The entry; a timer has the id of its entry.';
comment on column reporting.time_entries.user_id is 'Whose time it is.';
comment on column reporting.time_entries.member_name is 'Name of the member; null when erased or never given.';
comment on column reporting.time_entries.log_date is 'The day that the time counts on, in the zone of the entry.';
comment on column reporting.time_entries.entity_type is 'What the time is tracked against: task, ticket, deal, candidate, contact, conversation, calendar_event or internal.';
comment on column reporting.time_entries.entity_id is 'Id of that thing in its own system; null for internal time.';
comment on column reporting.time_entries.project_id is 'The project, if any.';
comment on column reporting.time_entries.project_name is 'Name of the project.';
comment on column reporting.time_entries.client_id is 'Client of the project, if any.';
comment on column reporting.time_entries.client_name is 'Name of the client.';
comment on column reporting.time_entries.task_id is 'The task, if any.';
comment on column reporting.time_entries.task_name is 'Name of the task.';
comment on column reporting.time_entries.description is 'What was done, in the member''s words.';
comment on column reporting.time_entries.tags is 'Tags, in the order they were given.';
comment on column reporting.time_entries.billable is 'Whether the time is billed.';
comment on column reporting.time_entries.started_at is 'Start; null when the time was given as date and hours.';
comment on column reporting.time_entries.ended_at is 'End; null while running, or when given as date and hours.';
comment on column reporting.time_entries.timezone is 'IANA zone that the day was taken in.';
comment on column reporting.time_entries.duration_seconds is 'Time as measured, in seconds; 0 while running.';
comment on column reporting.time_entries.duration_hours is 'Time as measured, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.time_entries.rounded_seconds is 'Time as it counts in totals and on invoices, in seconds.';
comment on column reporting.time_entries.rounded_hours is 'Time as it counts, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.time_entries.status is 'running, draft, submitted, approved or rejected; follows the timesheet.';
comment on column reporting.time_entries.source is 'How the entry came in: api, timer, import or calendar.';
comment on column reporting.time_entries.external_source is 'The system that the entry came from, if it has an id there.';
comment on column reporting.time_entries.external_id is 'Id of the entry in that system.';
comment on column reporting.time_entries.hourly_rate is 'Bill rate per hour as it was when the entry was written.';
comment on column reporting.time_entries.cost_rate is 'Cost rate per hour as it was when the entry was written; null when none applied.';
comment on column reporting.time_entries.currency is 'ISO 4217 code of both rates.';
comment on column reporting.time_entries.amount is 'Rounded hours times bill rate of billable time, in currency units with six places: sum first, round after.';
comment on column reporting.time_entries.cost is 'Rounded hours times cost rate, in currency units with six places; null when there is no cost rate.';
comment on column reporting.time_entries.invoice_line_id is 'The invoice line that bills the entry; null unless invoiced.';
comment on column reporting.time_entries.needs_review is 'Whether somebody should look at the entry.';
comment on column reporting.time_entries.review_reason is 'Why.';
comment on column reporting.time_entries.timesheet_id is 'The timesheet in whose totals the entry counts.';
comment on column reporting.time_entries.created_at is 'When the entry was made.';
comment on column reporting.time_entries.updated_at is 'When it was changed last.';
comment on column reporting.time_entries.version is 'Rises by one with each change, from 1.';
comment on column reporting.time_entries.duration_hours_exact is 'duration_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.time_entries.rounded_hours_exact is 'rounded_seconds in hours, not rounded: sum this or the seconds, and round the sum.';

create or replace view reporting.time_entry_tags as
select
  e.workspace_id,
  e.id as entry_id,
  t.position::integer as position,
  t.tag,
  e.user_id,
  e.project_id,
  e.log_date,
  e.rounded_seconds
from ${projection}.time_entry e
cross join lateral unnest(e.tags) with ordinality as t (tag, position)
where e.deleted_at is null;

comment on view reporting.time_entry_tags is
  'A row per entry of reporting.time_entries and tag of it, to filter and group by tag. An entry with several tags is in several rows: sums over more than one tag count it once per tag.';
comment on column reporting.time_entry_tags.workspace_id is 'The tenant.';
comment on column reporting.time_entry_tags.entry_id is 'The entry.';
comment on column reporting.time_entry_tags.position is 'Place of the tag in the entry, from 1.';
comment on column reporting.time_entry_tags.tag is 'The tag.';
comment on column reporting.time_entry_tags.user_id is 'Whose time it is.';
comment on column reporting.time_entry_tags.project_id is 'The project, if any.';
comment on column reporting.time_entry_tags.log_date is 'The day that the time counts on.';
comment on column reporting.time_entry_tags.rounded_seconds is 'Time of the entry as it counts, in seconds; the same in each of its rows.';

create or replace view reporting.timesheets as
select
  s.workspace_id,
  s.id as timesheet_id,
  s.user_id,
  p.name as member_name,
  s.period_start,
  s.period_end,
  s.status,
  s.total_seconds,
  round(s.total_seconds / 3600.0, 2) as total_hours,
  s.billable_seconds,
  round(s.billable_seconds / 3600.0, 2) as billable_hours,
  s.submitted_at,
  s.submitted_by,
  s.approved_at,
  s.approved_by,
  s.rejected_at,
  s.rejected_by,
  s.reason,
  s.note,
  s.created_at,
  s.updated_at,
  s.version,
  s.changed_at,
  s.changed_sequence,
  s.total_seconds / 3600.0 as total_hours_exact,
  s.billable_seconds / 3600.0 as billable_hours_exact
from ${projection}.timesheet s
left join projector.member_profile p on p.workspace_id = s.workspace_id and p.user_id = s.user_id;

comment on view reporting.timesheets is
  'One member''s entries of one period, with their approval and current totals.';
comment on column reporting.timesheets.workspace_id is 'The tenant.';
comment on column reporting.timesheets.timesheet_id is 'The timesheet.';
comment on column reporting.timesheets.user_id is 'Whose time it is.';
comment on column reporting.timesheets.member_name is 'Name of the member; null when erased or never given.';
comment on column reporting.timesheets.period_start is 'First day, inclusive.';
comment on column reporting.timesheets.period_end is 'Last day, inclusive.';
comment on column reporting.timesheets.status is 'draft, submitted, approved or rejected.';
comment on column reporting.timesheets.total_seconds is 'Rounded time of its entries, in seconds.';
comment on column reporting.timesheets.total_hours is 'The same in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.timesheets.billable_seconds is 'Of it billable, in seconds.';
comment on column reporting.timesheets.billable_hours is 'The same in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.timesheets.submitted_at is 'When it was submitted last.';
comment on column reporting.timesheets.submitted_by is 'By whom.';
comment on column reporting.timesheets.approved_at is 'When it was approved; null unless approved.';
comment on column reporting.timesheets.approved_by is 'By whom.';
comment on column reporting.timesheets.rejected_at is 'When it was rejected; null unless rejected.';
comment on column reporting.timesheets.rejected_by is 'By whom.';
comment on column reporting.timesheets.reason is 'Reason of the last rejection or reopening.';
comment on column reporting.timesheets.note is 'Free text of its owner.';
comment on column reporting.timesheets.created_at is 'When the first entry of the period came.';
comment on column reporting.timesheets.updated_at is 'When its status or note was changed last; totals do not move it.';
comment on column reporting.timesheets.version is 'Rises by one with each change of status or note, from 1.';
comment on column reporting.timesheets.changed_at is 'When it, or an entry in it, was changed last; totals move with it.';
comment on column reporting.timesheets.changed_sequence is 'Sequence of the event that did so; rises with each change.';
comment on column reporting.timesheets.total_hours_exact is 'total_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.timesheets.billable_hours_exact is 'billable_seconds in hours, not rounded: sum this or the seconds, and round the sum.';

create or replace view reporting.rollups as
select
  r.workspace_id,
  r.dimension,
  r.dimension_id,
  r.log_date,
  r.currency,
  r.entries,
  r.total_seconds,
  round(r.total_seconds / 3600.0, 2) as total_hours,
  r.raw_seconds,
  round(r.raw_seconds / 3600.0, 2) as raw_hours,
  r.billable_seconds,
  round(r.billable_seconds / 3600.0, 2) as billable_hours,
  r.approved_seconds,
  round(r.approved_seconds / 3600.0, 2) as approved_hours,
  r.approved_billable_seconds,
  round(r.approved_billable_seconds / 3600.0, 2) as approved_billable_hours,
  r.invoiced_seconds,
  round(r.invoiced_seconds / 3600.0, 2) as invoiced_hours,
  round(r.amount / 3600, 6) as amount,
  round(r.approved_amount / 3600, 6) as approved_amount,
  round(r.cost / 3600, 6) as cost,
  r.total_seconds / 3600.0 as total_hours_exact,
  r.raw_seconds / 3600.0 as raw_hours_exact,
  r.billable_seconds / 3600.0 as billable_hours_exact,
  r.approved_seconds / 3600.0 as approved_hours_exact,
  r.approved_billable_seconds / 3600.0 as approved_billable_hours_exact,
  r.invoiced_seconds / 3600.0 as invoiced_hours_exact
from ${projection}.rollup r;

comment on view reporting.rollups is
  'Totals per day of a workspace, user, project, task, entity or stage of an entity. Days without time have no row.';
comment on column reporting.rollups.workspace_id is 'The tenant.';
comment on column reporting.rollups.dimension is 'What is summed by: workspace, user, project, task, entity or stage. Choose exactly one, else time counts several times.';
comment on column reporting.rollups.dimension_id is 'Id of the workspace, user, project or task; for entities type and id with a colon between; for stages that, a slash and the name after the tag stage:.';
comment on column reporting.rollups.log_date is 'The day. date_trunc(''week'', log_date) gives weeks of ISO 8601, from Monday, whatever week_start_day is.';
comment on column reporting.rollups.currency is 'ISO 4217 code of the amounts; the other measures are of the entries in this currency, so sum over currencies.';
comment on column reporting.rollups.entries is 'Number of stopped entries.';
comment on column reporting.rollups.total_seconds is 'Rounded time of stopped entries, in seconds.';
comment on column reporting.rollups.total_hours is 'Rounded time of stopped entries, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.raw_seconds is 'Time before rounding, in seconds.';
comment on column reporting.rollups.raw_hours is 'Time before rounding, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.billable_seconds is 'Rounded billable time, in seconds.';
comment on column reporting.rollups.billable_hours is 'Rounded billable time, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.approved_seconds is 'Rounded approved time, in seconds.';
comment on column reporting.rollups.approved_hours is 'Rounded approved time, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.approved_billable_seconds is 'Rounded time that is approved and billable, in seconds.';
comment on column reporting.rollups.approved_billable_hours is 'Rounded time that is approved and billable, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.invoiced_seconds is 'Rounded time that is on an invoice, in seconds.';
comment on column reporting.rollups.invoiced_hours is 'Rounded time that is on an invoice, in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.rollups.amount is 'Billable hours times bill rate, in currency units with six places: sum first, round after.';
comment on column reporting.rollups.approved_amount is 'The same of approved time.';
comment on column reporting.rollups.cost is 'Hours times cost rate, in currency units with six places.';
comment on column reporting.rollups.total_hours_exact is 'total_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.rollups.raw_hours_exact is 'raw_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.rollups.billable_hours_exact is 'billable_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.rollups.approved_hours_exact is 'approved_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.rollups.approved_billable_hours_exact is 'approved_billable_seconds in hours, not rounded: sum this or the seconds, and round the sum.';
comment on column reporting.rollups.invoiced_hours_exact is 'invoiced_seconds in hours, not rounded: sum this or the seconds, and round the sum.';

create or replace view reporting.daily_activity as
select
  d.workspace_id,
  d.user_id,
  p.name as member_name,
  nullif(d.project_id, '') as project_id,
  j.name as project_name,
  d.log_date,
  d.slots,
  d.tracked_seconds,
  round(d.tracked_seconds / 3600.0, 2) as tracked_hours,
  d.keyboard_seconds,
  d.mouse_seconds,
  d.overall_seconds,
  round(d.overall_seconds::numeric / nullif(d.tracked_seconds, 0), 4) as activity_ratio,
  d.tracked_seconds / 3600.0 as tracked_hours_exact
from projector.activity_day d
left join projector.member_profile p on p.workspace_id = d.workspace_id and p.user_id = d.user_id
left join ${projection}.project j on j.workspace_id = d.workspace_id and j.id = d.project_id;

comment on view reporting.daily_activity is
  'Measured activity per day, member and project. Devices that ran at the same time add up.';
comment on column reporting.daily_activity.workspace_id is 'The tenant.';
comment on column reporting.daily_activity.user_id is 'Whose activity it is.';
comment on column reporting.daily_activity.member_name is 'Name of the member; null when erased or never given.';
comment on column reporting.daily_activity.project_id is 'The project that the clients named, if any.';
comment on column reporting.daily_activity.project_name is 'Name of the project; null for one that the directory does not know.';
comment on column reporting.daily_activity.log_date is 'The day of the slots'' start in the zone of the member or client.';
comment on column reporting.daily_activity.slots is 'Number of slots of ten minutes.';
comment on column reporting.daily_activity.tracked_seconds is 'Seconds that clients tracked.';
comment on column reporting.daily_activity.tracked_hours is 'The same in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.daily_activity.keyboard_seconds is 'Of them with keyboard activity.';
comment on column reporting.daily_activity.mouse_seconds is 'Of them with mouse activity.';
comment on column reporting.daily_activity.overall_seconds is 'Of them with either.';
comment on column reporting.daily_activity.activity_ratio is 'overall_seconds of tracked_seconds, four places; null when nothing was tracked.';
comment on column reporting.daily_activity.tracked_hours_exact is 'tracked_seconds in hours, not rounded: sum this or the seconds, and round the sum.';

create or replace view reporting.projects as
select
  j.workspace_id,
  j.id as project_id,
  j.name as project_name,
  j.client_id,
  c.name as client_name,
  j.billable,
  j.time_budget_hours,
  j.archived,
  j.created_at,
  j.updated_at,
  j.deleted_at
from ${projection}.project j
left join ${projection}.client c on c.workspace_id = j.workspace_id and c.id = j.client_id;

comment on view reporting.projects is
  'Projects, deleted ones included.';
comment on column reporting.projects.workspace_id is 'The tenant.';
comment on column reporting.projects.project_id is 'The project, by the customer''s own id.';
comment on column reporting.projects.project_name is 'Its name.';
comment on column reporting.projects.client_id is 'Its client, if any.';
comment on column reporting.projects.client_name is 'Name of the client.';
comment on column reporting.projects.billable is 'Default for its entries; null leaves it to the workspace.';
comment on column reporting.projects.time_budget_hours is 'Hours that are planned for it; null when there is no budget.';
comment on column reporting.projects.archived is 'Whether it is put away.';
comment on column reporting.projects.created_at is 'When it was first seen.';
comment on column reporting.projects.updated_at is 'When it was changed last.';
comment on column reporting.projects.deleted_at is 'When it was deleted; null unless deleted.';

create or replace view reporting.tasks as
select
  t.workspace_id,
  t.id as task_id,
  t.name as task_name,
  t.project_id,
  t.estimate_hours,
  t.completed_at,
  t.created_at,
  t.updated_at,
  t.deleted_at
from ${projection}.task t;

comment on view reporting.tasks is
  'Tasks of projects, deleted ones included.';
comment on column reporting.tasks.workspace_id is 'The tenant.';
comment on column reporting.tasks.task_id is 'The task, by the customer''s own id.';
comment on column reporting.tasks.task_name is 'Its name.';
comment on column reporting.tasks.project_id is 'Its project, if any.';
comment on column reporting.tasks.estimate_hours is 'Hours that it was estimated at; null when there is no estimate.';
comment on column reporting.tasks.completed_at is 'When it was completed; null while open.';
comment on column reporting.tasks.created_at is 'When it was first seen.';
comment on column reporting.tasks.updated_at is 'When it was changed last.';
comment on column reporting.tasks.deleted_at is 'When it was deleted; null unless deleted.';

create or replace view reporting.clients as
select
  c.workspace_id,
  c.id as client_id,
  c.name as client_name,
  c.created_at,
  c.updated_at,
  c.deleted_at
from ${projection}.client c;

comment on view reporting.clients is
  'Clients, deleted ones included.';
comment on column reporting.clients.workspace_id is 'The tenant.';
comment on column reporting.clients.client_id is 'The client, by the customer''s own id.';
comment on column reporting.clients.client_name is 'Its name.';
comment on column reporting.clients.created_at is 'When it was first seen.';
comment on column reporting.clients.updated_at is 'When it was changed last.';
comment on column reporting.clients.deleted_at is 'When it was deleted; null unless deleted.';

create or replace view reporting.members as
select
  m.workspace_id,
  m.id as user_id,
  p.name as member_name,
  p.email,
  m.role,
  m.timezone,
  m.weekly_hours,
  m.teams,
  m.active,
  m.created_at,
  m.updated_at
from ${projection}.member m
left join projector.member_profile p on p.workspace_id = m.workspace_id and p.user_id = m.id;

create or replace view reporting.teams as
select
  t.workspace_id,
  t.id as team_id,
  t.name as team_name,
  t.leader_user_ids,
  t.created_at,
  t.updated_at,
  t.deleted_at
from ${projection}.team t;

comment on view reporting.teams is
  'Teams, deleted ones included; who is in a team, reporting.members says.';
comment on column reporting.teams.workspace_id is 'The tenant.';
comment on column reporting.teams.team_id is 'The team, by the customer''s own id.';
comment on column reporting.teams.team_name is 'Its name.';
comment on column reporting.teams.leader_user_ids is 'Members who lead it.';
comment on column reporting.teams.created_at is 'When it was first seen.';
comment on column reporting.teams.updated_at is 'When it was changed last.';
comment on column reporting.teams.deleted_at is 'When it was deleted; null unless deleted.';

comment on view reporting.members is
  'Members of workspaces, those who left included.';
comment on column reporting.members.workspace_id is 'The tenant.';
comment on column reporting.members.user_id is 'The member, by the customer''s own id.';
comment on column reporting.members.member_name is 'Name of the member; null when erased or never given.';
comment on column reporting.members.email is 'E-mail address; null when erased or never given.';
comment on column reporting.members.role is 'owner, admin, manager, member or viewer.';
comment on column reporting.members.timezone is 'IANA zone of the member.';
comment on column reporting.members.weekly_hours is 'Hours of a full week; null leaves it to the workspace.';
comment on column reporting.members.teams is 'Teams that the member is in.';
comment on column reporting.members.active is 'False once the member left.';
comment on column reporting.members.created_at is 'When the member was first seen.';
comment on column reporting.members.updated_at is 'When the member was changed last.';

create or replace view reporting.member_teams as
select m.workspace_id, m.id as user_id, t.team_id, m.active
from ${projection}.member m
cross join lateral unnest(m.teams) as t (team_id);

comment on view reporting.member_teams is
  'A row per member and team that the member is in; members who left included, as in reporting.members.';
comment on column reporting.member_teams.workspace_id is 'The tenant.';
comment on column reporting.member_teams.user_id is 'The member.';
comment on column reporting.member_teams.team_id is 'The team.';
comment on column reporting.member_teams.active is 'False once the member left.';

create or replace view reporting.team_leaders as
select t.workspace_id, t.id as team_id, l.user_id, t.deleted_at
from ${projection}.team t
cross join lateral unnest(t.leader_user_ids) as l (user_id);

comment on view reporting.team_leaders is
  'A row per team and member who leads it; deleted teams included, as in reporting.teams.';
comment on column reporting.team_leaders.workspace_id is 'The tenant.';
comment on column reporting.team_leaders.team_id is 'The team.';
comment on column reporting.team_leaders.user_id is 'The member who leads it.';
comment on column reporting.team_leaders.deleted_at is 'When the team was deleted; null unless deleted.';

create or replace view reporting.rates as
select
  r.workspace_id,
  r.id as rate_id,
  r.user_id,
  r.project_id,
  r.task_id,
  r.hourly_rate,
  r.cost_rate,
  r.currency,
  r.effective_from,
  r.effective_to,
  r.created_at,
  r.updated_at,
  r.deleted_at
from ${projection}.rate r;

comment on view reporting.rates is
  'Rate overrides, deleted ones included.';
comment on column reporting.rates.workspace_id is 'The tenant.';
comment on column reporting.rates.rate_id is 'The override.';
comment on column reporting.rates.user_id is 'The member that it is for; null for every member.';
comment on column reporting.rates.project_id is 'The project that it is for; null for every project.';
comment on column reporting.rates.task_id is 'The task that it is for; then member and project are null.';
comment on column reporting.rates.hourly_rate is 'Bill rate per hour; null leaves it to other overrides.';
comment on column reporting.rates.cost_rate is 'Cost rate per hour; null leaves it to other overrides.';
comment on column reporting.rates.currency is 'ISO 4217 code of both rates.';
comment on column reporting.rates.effective_from is 'First day, inclusive.';
comment on column reporting.rates.effective_to is 'Last day, inclusive; null is open.';
comment on column reporting.rates.created_at is 'When it was made.';
comment on column reporting.rates.updated_at is 'When it was changed last.';
comment on column reporting.rates.deleted_at is 'When it was deleted; null unless deleted.';

create or replace view reporting.invoice_lines as
select
  l.workspace_id,
  l.id as invoice_line_id,
  l.invoice_id,
  l.group_by,
  l.entry_id,
  l.project_id,
  j.name as project_name,
  l.user_id,
  p.name as member_name,
  l.task_id,
  t.name as task_name,
  l.log_date,
  l.currency,
  l.entries,
  l.total_seconds,
  round(l.total_seconds / 3600.0, 2) as total_hours,
  l.amount,
  l.created_at,
  l.updated_at,
  l.version,
  l.total_seconds / 3600.0 as total_hours_exact
from ${projection}.invoice_line l
left join ${projection}.project j on j.workspace_id = l.workspace_id and j.id = l.project_id
left join ${projection}.task t on t.workspace_id = l.workspace_id and t.id = l.task_id
left join projector.member_profile p on p.workspace_id = l.workspace_id and p.user_id = l.user_id
where l.deleted_at is null;

comment on view reporting.invoice_lines is
  'Lines that time has put on invoices; the entries of a line carry its id as invoice_line_id.';
comment on column reporting.invoice_lines.workspace_id is 'The tenant.';
comment on column reporting.invoice_lines.invoice_line_id is 'The line.';
comment on column reporting.invoice_lines.invoice_id is 'The invoice, by the customer''s own id.';
comment on column reporting.invoice_lines.group_by is 'What its entries have in common: entry, project, user, task or day.';
comment on column reporting.invoice_lines.entry_id is 'The entry, when grouped by entry.';
comment on column reporting.invoice_lines.project_id is 'The project, when grouped by project; null for entries without one.';
comment on column reporting.invoice_lines.project_name is 'Name of the project.';
comment on column reporting.invoice_lines.user_id is 'The member, when grouped by user.';
comment on column reporting.invoice_lines.member_name is 'Name of the member; null when erased or never given.';
comment on column reporting.invoice_lines.task_id is 'The task, when grouped by task; null for entries without one.';
comment on column reporting.invoice_lines.task_name is 'Name of the task.';
comment on column reporting.invoice_lines.log_date is 'The day, when grouped by day.';
comment on column reporting.invoice_lines.currency is 'ISO 4217 code of the amount.';
comment on column reporting.invoice_lines.entries is 'Number of its entries.';
comment on column reporting.invoice_lines.total_seconds is 'Their rounded time, in seconds.';
comment on column reporting.invoice_lines.total_hours is 'The same in hours with two places, to be shown; a sum of them is off by its roundings.';
comment on column reporting.invoice_lines.amount is 'Hours times bill rate, rounded once to the minor unit of the currency.';
comment on column reporting.invoice_lines.created_at is 'When the first entry came on it.';
comment on column reporting.invoice_lines.updated_at is 'When entries came or went last.';
comment on column reporting.invoice_lines.version is 'Rises by one with each change, from 1.';
comment on column reporting.invoice_lines.total_hours_exact is 'total_seconds in hours, not rounded: sum this or the seconds, and round the sum.';

create or replace view reporting.audit as
select
  a.workspace_id,
  a.sequence,
  a.event_id,
  a.action,
  a.entity_type,
  a.entity_id,
  a.user_id,
  a.via,
  a.changes,
  a.ip_address,
  a.user_agent,
  a.at,
  a.hash,
  a.previous_hash
from read.audit a;

comment on view reporting.audit is
  'Every accepted change and every denied attempt, in the order of its workspace.';
comment on column reporting.audit.workspace_id is 'The tenant.';
comment on column reporting.audit.sequence is 'Gapless number within the workspace.';
comment on column reporting.audit.event_id is 'The event that the record stands for.';
comment on column reporting.audit.action is 'What was done, as in time_entry.created.';
comment on column reporting.audit.entity_type is 'Kind of the thing that it was done to.';
comment on column reporting.audit.entity_id is 'Id of that thing.';
comment on column reporting.audit.user_id is 'Who did it.';
comment on column reporting.audit.via is 'By which door: api, import, operator or system.';
comment on column reporting.audit.changes is 'The fields that changed: {field: [before, after]}.';
comment on column reporting.audit.ip_address is 'Where the request came from, when known.';
comment on column reporting.audit.user_agent is 'With which program, when known.';
comment on column reporting.audit.at is 'When it was decided.';
comment on column reporting.audit.hash is 'Seals the record and, through previous_hash, all before it.';
comment on column reporting.audit.previous_hash is 'Hash of the record before.';
