create table unknown_event (
  workspace_id text not null,
  sequence bigint not null,
  type text not null,
  primary key (workspace_id, sequence)
);
comment on table unknown_event is
  'Events that a newer release wrote: they stand in `event`, and nothing else follows from them until a release that knows them folds their workspace anew.';
