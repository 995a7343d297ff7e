-- What the lists of the API are found by. Apart from the tables, so that a rebuild makes them last.
-- None is unique: the ledger decides, and a projection must not stumble over the order of rows
-- within one statement.

create index if not exists time_entry_day on time_entry (workspace_id, log_date, id);
create index if not exists time_entry_user on time_entry (workspace_id, user_id, log_date);
create index if not exists time_entry_project on time_entry (workspace_id, project_id, log_date);
create index if not exists time_entry_task on time_entry (workspace_id, task_id, log_date)
  where task_id is not null;
create index if not exists time_entry_entity on time_entry (workspace_id, entity_type, entity_id);
create index if not exists time_entry_updated on time_entry (workspace_id, updated_at, id);
create index if not exists time_entry_timesheet on time_entry (workspace_id, timesheet_id);
create index if not exists time_entry_external
  on time_entry (workspace_id, external_source, external_id) where external_id is not null;
create index if not exists time_entry_running on time_entry (workspace_id, user_id)
  where status = 'running' and deleted_at is null;

create index if not exists time_entry_invoice_line on time_entry (workspace_id, invoice_line_id)
  where invoice_line_id is not null;
create index if not exists invoice_line_invoice on invoice_line (workspace_id, invoice_id, id);

create index if not exists timesheet_user on timesheet (workspace_id, user_id, period_start);
create index if not exists timesheet_period on timesheet (workspace_id, period_start, id);
create index if not exists timesheet_status on timesheet (workspace_id, status, period_start);
create index if not exists timesheet_updated on timesheet (workspace_id, updated_at, id);
create index if not exists timesheet_changed on timesheet (workspace_id, changed_at, id);

-- With the id, pages of spans are cut without looking at the rows.
create index if not exists rollup_day
  on rollup (workspace_id, dimension, log_date, dimension_id);
-- The stages of one entity are found by the beginning of their id, whatever the collation.
create index if not exists rollup_stage
  on rollup (workspace_id, dimension_id text_pattern_ops) where dimension = 'stage';
create index if not exists task_project on task (workspace_id, project_id);

-- Which contacts attend the meetings of a page.
create index if not exists contact_email on contact using gin (email_hashes);

create index if not exists event_entity on event (workspace_id, entity_type, entity_id, sequence);
create index if not exists event_type on event (workspace_id, type, sequence);
create index if not exists event_user on event (workspace_id, user_id, sequence);
create index if not exists event_timestamp on event (workspace_id, timestamp);
