insert into time_entry (
  id, workspace_id, user_id, entity_type, entity_id, project_id, task_id, description, tags,
  billable, started_at, ended_at, timezone, log_date, duration_seconds, rounded_seconds, status,
  source, hourly_rate, cost_rate, currency, invoice_line_id, needs_review, created_at, updated_at,
  version, sequence)
select
  'te_' || lpad(n::text, 26, '0'), '%1$s', 'u_' || 1 + h %% 200, e.type, e.type_id,
  'p_' || 1 + t.task %% 100, 't_' || t.task, 'Worked on what was next', e.tags,
  h %% 10 < 7, s.at, s.at + make_interval(secs => 900 + h / 7 %% 120 * 60), 'Europe/Berlin',
  s.at::date, 900 + h / 7 %% 120 * 60, 900 + h / 7 %% 120 * 60,
  case when h %% 20 < 17 then 'approved' else 'draft' end, 'api', 60 + t.task %% 9 * 10,
  case when h %% 5 > 0 then 30 + h %% 5 * 5.25 end,
  case when t.task %% 10 = 0 then 'EUR' else 'USD' end,
  case when h %% 20 < 9 then 'line' end, false, s.at, s.at, 1, n
from generate_series(%2$d, %3$d) n
cross join lateral (select (hashint8extended(n, 1) & 1073741823)::int as h) a
cross join lateral (select 1 + h / 11 %% 1000 as task) t
cross join lateral (
  select timestamptz '2023-01-02 07:00Z' + make_interval(days => h / 13 %% 1095, mins => h %% 600) as at
) s
cross join lateral (
  select
    case h %% 4 when 0 then 'candidate' when 1 then 'ticket' else 'task' end as type,
    case h %% 4 when 0 then 'C-' || h / 17 %% 5000 when 1 then 'T-' || h / 17 %% 20000 else 't_' || task end
      as type_id,
    case h %% 4 when 0 then array['stage:' || (array['screening', 'interview', 'offer'])[1 + h %% 3]] else '{}' end
      as tags
) e
