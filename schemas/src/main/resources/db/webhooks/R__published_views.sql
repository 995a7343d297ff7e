-- What others read of webhook-dispatcher. Columns are added, never changed.

do $$
begin
  -- who may not create schemas finds it there
  if to_regnamespace('webhooks_read') is null then
    create schema webhooks_read;
  end if;
end
$$;
comment on schema webhooks_read is 'The delivery log, for the API.';

create or replace view webhooks_read.delivery as
select
  d.day,
  d.id,
  d.workspace_id,
  d.endpoint_id as webhook_id,
  d.event_id,
  d.event_type,
  d.occurred_at,
  d.trigger,
  d.replay_no,
  d.replay_job_id,
  d.state,
  d.attempts,
  d.attempts_billed,
  d.last_outcome,
  d.last_status_code,
  d.final_reason,
  d.next_attempt_at,
  d.created_at,
  d.finished_at,
  d.variant
from webhooks.delivery d;
comment on view webhooks_read.delivery is 'Lists go by (created_at, id), newest first, of one webhook.';
comment on column webhooks_read.delivery.state is 'pending, held, delivered, failed_permanent, exhausted or cancelled.';
comment on column webhooks_read.delivery.attempts is 'All that were begun; attempts_billed counts those that used up the retry schedule.';

create or replace view webhooks_read.attempt as
select
  a.day,
  a.delivery_id,
  a.attempt_no,
  a.scheduled_for,
  a.started_at,
  a.ended_at,
  a.outcome,
  a.billed,
  a.status_code,
  a.error_detail,
  a.dns_ms,
  a.connect_ms,
  a.tls_ms,
  a.first_byte_ms,
  a.total_ms,
  a.remote_ip,
  a.request_headers,
  a.response_headers,
  a.response_body,
  a.response_truncated,
  a.response_sha256,
  a.retry_after,
  a.next_attempt_at,
  a.secret_seqs,
  a.worker_id,
  a.trace_id
from webhooks.attempt a;
comment on view webhooks_read.attempt is 'Joined to its delivery by (day, delivery_id). An outcome of null is a call in flight.';

create or replace view webhooks_read.payload as
select d.day, d.id as delivery_id, b.bytes
from webhooks.delivery d
join webhooks.body b on b.day = d.day and b.event_id = d.event_id and b.variant = d.variant;
comment on view webhooks_read.payload is 'The body of a delivery, byte for byte, for as long as it is kept.';

create or replace view webhooks_read.endpoint_state as
select
  e.id as webhook_id,
  e.workspace_id,
  e.enabled,
  e.disabled_reason,
  e.disabled_at,
  e.deleted_at,
  s.endpoint_id is not null as has_secret,
  l.hold_until,
  l.hold_reason,
  l.in_flight,
  l.cap_now,
  l.cap_max,
  l.fail_streak,
  l.first_failure_at,
  l.last_failure_at,
  l.last_success_at,
  l.notice_percent,
  l.next_due_at
from webhooks.endpoint e
left join webhooks.lane l on l.id = e.id
left join webhooks.secret s on s.endpoint_id = e.id;
comment on view webhooks_read.endpoint_state is 'How an endpoint does.';

create or replace view webhooks_read.replay_job as
select
  id,
  workspace_id,
  endpoint_id as webhook_id,
  state,
  filter,
  rate_per_second,
  replayed,
  skipped,
  created_by,
  created_at,
  updated_at,
  finished_at
from webhooks.replay_job;
comment on view webhooks_read.replay_job is 'Progress of replays.';

do $$
begin
  -- who may not create schemas finds it there
  if to_regnamespace('reporting') is null then
    create schema reporting;
  end if;
end
$$;

create or replace view reporting.webhook_deliveries as
select
  d.workspace_id,
  d.id as delivery_id,
  d.endpoint_id as webhook_id,
  d.event_id,
  d.event_type,
  d.occurred_at,
  d.trigger,
  d.state,
  d.attempts,
  d.last_outcome,
  d.last_status_code,
  d.next_attempt_at,
  d.created_at,
  d.finished_at
from webhooks.delivery d;
comment on view reporting.webhook_deliveries is
  'One event for one webhook; a delivery that was asked for again is another row. Kept for 90 days, unless the dispatcher is set otherwise.';
comment on column reporting.webhook_deliveries.workspace_id is 'The tenant.';
comment on column reporting.webhook_deliveries.delivery_id is 'The delivery.';
comment on column reporting.webhook_deliveries.webhook_id is 'The webhook that it goes to.';
comment on column reporting.webhook_deliveries.event_id is 'The event that it tells of.';
comment on column reporting.webhook_deliveries.event_type is 'What happened, as time_entry.created.';
comment on column reporting.webhook_deliveries.occurred_at is 'When it happened.';
comment on column reporting.webhook_deliveries.trigger is 'event, or test, manual or replay when somebody asked for it.';
comment on column reporting.webhook_deliveries.state is 'pending, held, delivered, failed_permanent, exhausted or cancelled.';
comment on column reporting.webhook_deliveries.attempts is 'How many calls were begun.';
comment on column reporting.webhook_deliveries.last_outcome is 'What came of the last call; null before the first.';
comment on column reporting.webhook_deliveries.last_status_code is 'HTTP status of the last answer; null when there was none.';
comment on column reporting.webhook_deliveries.next_attempt_at is 'When it is due again; null when it is not.';
comment on column reporting.webhook_deliveries.created_at is 'When the dispatcher took it in.';
comment on column reporting.webhook_deliveries.finished_at is 'When it came to its final state.';
