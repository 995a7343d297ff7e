with sheet as (
  select id from crud.timesheet where id = ? and status = 'open'
), entry as (
  insert into crud.entry (id, workspace_id, user_id, project_id, description, billable, log_date,
    duration_seconds, hourly_rate, timesheet_id, idempotency_key, body_hash, answer, created_at)
  select ?, ?, ?, ?, ?, ?, ?, ?, ?, sheet.id, ?, ?, ?, ? from sheet
  on conflict (workspace_id, user_id, idempotency_key) do nothing
  returning id, workspace_id, user_id, answer, created_at
), audit as (
  insert into crud.audit (workspace_id, user_id, action, entity_id, changes, at)
  select workspace_id, user_id, 'created', id, answer::jsonb, created_at from entry
)
insert into crud.outbox (workspace_id, type, body)
select workspace_id, 'time_entry.created', answer from entry
