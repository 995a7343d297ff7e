create table connection (
  id text not null,
  workspace_id text not null,
  user_id text not null,
  provider text not null,
  name text not null,
  status text not null,
  status_reason text,
  calendar_ids text[],
  show_private_titles boolean not null,
  days_back int not null,
  days_ahead int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
comment on table connection is 'Members'' accounts at calendar providers.';
comment on column connection.calendar_ids is 'Calendars to read; null means the primary one.';

create table calendar_rule (
  id text not null,
  workspace_id text not null,
  user_id text,
  position int not null,
  enabled boolean not null,
  conditions jsonb not null,
  effect jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  sequence bigint not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
comment on table calendar_rule is 'Rules that propose values for calendar blocks.';
comment on column calendar_rule.user_id is 'The member whose blocks the rule applies to; null for all members.';
