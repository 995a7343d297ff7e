alter table token
  add column kind text,
  add column opened_by text;
comment on column token.kind is 'access, session or login; null in tokens from before there were kinds: access.';
comment on column token.opened_by is 'The access token that opened the session.';
