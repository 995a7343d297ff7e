insert into rollup
select workspace_id, 'workspace', workspace_id as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where true
group by workspace_id, dimension_id, log_date, currency;
insert into rollup
select workspace_id, 'user', user_id as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where true
group by workspace_id, dimension_id, log_date, currency;
insert into rollup
select workspace_id, 'project', project_id as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where project_id is not null
group by workspace_id, dimension_id, log_date, currency;
insert into rollup
select workspace_id, 'task', task_id as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where task_id is not null
group by workspace_id, dimension_id, log_date, currency;
insert into rollup
select workspace_id, 'entity', entity_type || ':' || entity_id as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where true
group by workspace_id, dimension_id, log_date, currency;
insert into rollup
select workspace_id, 'stage', entity_type || ':' || entity_id || '/' || substr(tags[1], 7) as dimension_id, log_date, currency, count(*),
  sum(rounded_seconds), sum(duration_seconds),
  coalesce(sum(rounded_seconds) filter (where billable), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved'), 0),
  coalesce(sum(rounded_seconds) filter (where status = 'approved' and billable), 0),
  coalesce(sum(rounded_seconds) filter (where invoice_line_id is not null), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable), 0),
  coalesce(sum(rounded_seconds * hourly_rate) filter (where billable and status = 'approved'), 0),
  coalesce(sum(rounded_seconds * cost_rate), 0)
from time_entry where tags[1] like 'stage:%'
group by workspace_id, dimension_id, log_date, currency;
insert into rollup_month
select workspace_id, dimension, dimension_id, date_trunc('month', log_date)::date as month, currency,
  sum(entries), sum(total_seconds), sum(raw_seconds), sum(billable_seconds), sum(approved_seconds),
  sum(approved_billable_seconds), sum(invoiced_seconds), sum(amount), sum(approved_amount), sum(cost)
from rollup
group by workspace_id, dimension, dimension_id, month, currency
