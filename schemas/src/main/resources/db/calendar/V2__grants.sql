-- Grants of connections that members make by signing in at a provider. Lanes are accounts: connections to one
-- account of a provider share a lane, whose id is a hash of the account.

create table oauth_grant (
  connection_id text primary key,
  workspace_id text not null,
  account text not null,
  connection_version int not null,
  version bigint not null,
  sealed jsonb not null
);
create index oauth_grant_of_account on oauth_grant (account);
comment on table oauth_grant is 'OAuth grants of connections, as on their private topic, which a lost schema is restored from. A row may precede its connection.';
comment on column oauth_grant.account is 'Hash of provider and account: the lane of the connection.';
comment on column oauth_grant.connection_version is 'Version of the connection that brought the ticket. A secret with a higher version is a new ticket.';
comment on column oauth_grant.version is 'Grows with every new token.';
comment on column oauth_grant.sealed is 'Subject, scopes and tokens, sealed.';

create table revocation (
  connection_id text primary key,
  workspace_id text not null,
  provider text not null,
  account text not null,
  sealed jsonb not null,
  due_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp()
);
create index revocation_due on revocation (due_at);
comment on table revocation is 'Grants of deleted connections that must be revoked at their provider.';

alter table connection add column connected_version int not null default 0;
comment on column connection.connected_version is 'Version in which the connection last began to connect. An older ticket or grant is not used.';
