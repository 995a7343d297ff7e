create table held_event (
  workspace_id text not null,
  sequence bigint not null,
  type text not null,
  topic text not null,
  partition int not null,
  "offset" bigint not null,
  traceparent text,
  body text not null,
  held_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, sequence)
);
comment on table held_event is
  'Events that a newer release wrote, as they came: a release that knows them makes their deliveries.';
