insert into member (
  id, workspace_id, role, timezone, weekly_hours, teams, active, created_at, updated_at, version,
  sequence)
select 'u_' || n, '%1$s', 'member', 'Europe/Berlin', case when n % 3 = 0 then 30 end, '{}', true,
  now(), now(), 1, 1
from generate_series(1, 200) n;
insert into project (
  id, workspace_id, name, client_id, billable, time_budget_hours, archived, created_at, updated_at,
  version, sequence, deleted_at)
select 'p_' || n, '%1$s', 'Project ' || n, null, true, n * 100, false, now(), now(), 1, 1, null
from generate_series(1, 100) n;
insert into task (
  id, workspace_id, name, project_id, estimate_hours, completed_at, created_at, updated_at, version,
  sequence, deleted_at)
select 't_' || n, '%1$s', 'Task ' || n, 'p_' || 1 + n % 100, n, null, now(), now(), 1, 1, null
from generate_series(1, 1000) n
