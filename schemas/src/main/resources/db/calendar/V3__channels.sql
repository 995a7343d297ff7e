-- Push channels: a provider reports through them that a calendar has changed.

create table channel (
  id text primary key,
  calendar_id text not null,
  connection_id text not null,
  provider text not null,
  resource_ref text not null,
  expires_at timestamptz not null,
  renew_at timestamptz not null,
  closing jsonb
);
create index channel_of_calendar on channel (calendar_id);
create index channel_of_connection on channel (connection_id);
create index channel_closing on channel (renew_at) where closing is not null;
comment on table channel is 'Push channels that are not known to be closed. They outlive their calendar and connection until they are closed or expire.';
comment on column channel.id is 'Random. Part of the secret that every push of the channel carries.';
comment on column channel.resource_ref is 'The provider''s id of the channel, or of what it watches.';
comment on column channel.renew_at is 'When it is to be renewed, or to be closed if its calendar is no longer read.';
comment on column channel.closing is 'Sealed grant to close it with, once its connection is deleted; null before.';

alter table calendar add column channels_due_at timestamptz;
comment on column calendar.channels_due_at is 'When its push channels are looked at next; null for none.';
alter table calendar add column pushed_at timestamptz;
comment on column calendar.pushed_at is 'The earliest push that no round has answered yet; null for none.';
