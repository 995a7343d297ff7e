create table token_usage (
  workspace_id text not null,
  token_id text not null,
  last_used_at timestamptz not null,
  primary key (workspace_id, token_id)
);
comment on table token_usage is 'When tokens were last used, to the minute; told now and then, and no part of history.';
