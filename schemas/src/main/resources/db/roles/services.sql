-- The roles of the platform in PostgreSQL: one per service, each with its own schemas and no more, and
-- timeledger_bi, which reads `reporting` alone. None of them is a superuser or may make roles.
--
-- Run it on the platform's database before the services start, and again at every upgrade: as its owner
-- who may create roles, or as a superuser. It changes nothing that is right. What services of an earlier
-- release made as another role becomes their own. Roles get no password here.

do $$
declare
  service text;
  name text;
  owner text;
  made record;
begin
  foreach name in array array[
    'timeledger_ingest_api',
    'timeledger_streams_processor',
    'timeledger_webhook_dispatcher',
    'timeledger_calendar_connector',
    'timeledger_bi',
    'timeledger_customers'
  ] loop
    if to_regrole(name) is null then
      -- a role without login owns customers' views, see customer.sql
      execute format(
        'create role %I %s', name, case name when 'timeledger_customers' then '' else 'login' end);
    end if;
    -- who is no superuser gives things to a role only as a member of it
    if current_setting('is_superuser') = 'off' and not pg_has_role(name, 'set') then
      execute format('grant %I to current_user', name);
    end if;
    execute format('grant connect on database %I to %I', current_database(), name);
  end loop;
  execute format('revoke all on database %I from public', current_database());
  -- a rebuild makes a schema projection_<n> beside the live one
  execute format('grant create on database %I to timeledger_streams_processor', current_database());

  for name, owner in
    values
      ('projector', 'timeledger_streams_processor'),
      ('read', 'timeledger_streams_processor'),
      ('reporting', 'timeledger_streams_processor'),
      ('webhooks', 'timeledger_webhook_dispatcher'),
      ('webhooks_read', 'timeledger_webhook_dispatcher'),
      ('calendar', 'timeledger_calendar_connector'),
      ('calendar_read', 'timeledger_calendar_connector')
    union all
    select nspname, 'timeledger_streams_processor' from pg_namespace where nspname ~ '^projection_[0-9]+$'
  loop
    if to_regnamespace(name) is null then
      execute format('create schema %I authorization %I', name, owner);
    end if;
    if (select nspowner from pg_namespace where nspname = name) <> to_regrole(owner) then
      execute format('alter schema %I owner to %I', name, owner);
    end if;
  end loop;
  -- these services publish their own reporting views
  grant usage, create on schema reporting
    to timeledger_webhook_dispatcher, timeledger_calendar_connector;

  for made in
    select
      format('%I.%I', n.nspname, c.relname) as relation,
      case
        when n.nspname like 'webhooks%' or c.relname = 'webhook_deliveries'
        then 'timeledger_webhook_dispatcher'
        when n.nspname in ('calendar', 'calendar_read')
          or c.relname in ('calendar_blocks', 'calendar_connections')
        then 'timeledger_calendar_connector'
        else 'timeledger_streams_processor'
      end as owner
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'S')
      and (n.nspname in (
          'projector', 'read', 'reporting', 'webhooks', 'webhooks_read', 'calendar', 'calendar_read')
        or n.nspname ~ '^projection_[0-9]+$')
      and c.relowner not in (
        'timeledger_streams_processor'::regrole,
        'timeledger_webhook_dispatcher'::regrole,
        'timeledger_calendar_connector'::regrole)
      -- the sequence of a column goes with its table
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
          and c.relkind = 'S')
  loop
    execute format('alter table %s owner to %I', made.relation, made.owner);
  end loop;
  for made in
    select p.oid::regprocedure as function
    from pg_proc p
    where p.pronamespace = 'read'::regnamespace
      and p.proowner <> 'timeledger_streams_processor'::regrole
  loop
    execute format('alter function %s owner to timeledger_streams_processor', made.function);
  end loop;

  -- rights on views that are there, and on those to come
  for name, owner, service in
    values
      ('read', 'timeledger_streams_processor', 'timeledger_ingest_api'),
      ('webhooks_read', 'timeledger_webhook_dispatcher', 'timeledger_ingest_api'),
      ('calendar_read', 'timeledger_calendar_connector', 'timeledger_ingest_api'),
      ('reporting', 'timeledger_streams_processor', 'timeledger_bi'),
      ('reporting', 'timeledger_webhook_dispatcher', 'timeledger_bi'),
      ('reporting', 'timeledger_calendar_connector', 'timeledger_bi'),
      ('reporting', 'timeledger_streams_processor', 'timeledger_customers'),
      ('reporting', 'timeledger_webhook_dispatcher', 'timeledger_customers'),
      ('reporting', 'timeledger_calendar_connector', 'timeledger_customers')
  loop
    execute format('grant usage on schema %I to %I', name, service);
    execute format('grant select on all tables in schema %I to %I', name, service);
    execute format(
      'alter default privileges for role %I in schema %I grant select on tables to %I',
      owner, name, service);
  end loop;
end
$$;
