-- What a timesheet shows moves with its entries, which its own updated_at and sequence do not see.

alter table timesheet
  add column changed_at timestamptz,
  add column changed_sequence bigint;

-- As far as the rows tell; an entry that has moved away since is known by a rebuild alone.
update timesheet t
set changed_at = greatest(t.updated_at, e.updated_at),
  changed_sequence = greatest(t.sequence, e.sequence)
from timesheet s
left join (
  select workspace_id, timesheet_id, max(updated_at) as updated_at, max(sequence) as sequence
  from time_entry
  where timesheet_id is not null
  group by workspace_id, timesheet_id) e
  on e.workspace_id = s.workspace_id and e.timesheet_id = s.id
where s.workspace_id = t.workspace_id and s.id = t.id;

alter table timesheet
  alter column changed_at set not null,
  alter column changed_sequence set not null;
comment on column timesheet.changed_at is 'When it, or an entry in it, changed last.';
comment on column timesheet.changed_sequence is 'The event that did so.';
