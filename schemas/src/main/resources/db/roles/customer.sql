-- Gives the rows of one workspace to the BI tool of a customer: a role that reads the views of
-- `reporting` by the same names and columns, and in them no row of another workspace.
--
--   psql -v customer=acme -v workspace=ws_acme -f customer.sql "$DATABASE_URL"
--
-- makes the role timeledger_bi_acme, which sees the schema reporting_acme and nothing else. Needs what
-- services.sql needs, and is run again after an upgrade that adds views or columns. The role gets no
-- password here; `drop schema reporting_acme cascade` takes everything away from it.
--
-- Row security of PostgreSQL is of tables, and views read these as their owner; so it is the views that
-- are walls (security_barrier): no function in a query sees a row before the workspace was compared.

select set_config('timeledger.customer', :'customer', false),
  set_config('timeledger.workspace', :'workspace', false);

do $$
declare
  role text := 'timeledger_bi_' || current_setting('timeledger.customer');
  place text := 'reporting_' || current_setting('timeledger.customer');
  workspace text := current_setting('timeledger.workspace');
  name text;
begin
  if current_setting('timeledger.customer') !~ '^[a-z][a-z0-9_]{0,40}$' then
    raise 'customer: lower case letters, digits and _ (was: %)', current_setting('timeledger.customer');
  end if;
  if to_regrole(role) is null then
    execute format('create role %I login', role);
  end if;
  execute format('grant connect on database %I to %I', current_database(), role);
  execute format('alter role %I in database %I set search_path = %I', role, current_database(), place);
  if to_regnamespace(place) is null then
    execute format('create schema %I authorization timeledger_customers', place);
  end if;
  execute format('grant usage on schema %I to %I', place, role);
  for name in select viewname from pg_views where schemaname = 'reporting' order by viewname loop
    execute format(
      'create or replace view %I.%I with (security_barrier) as'
        || ' select * from reporting.%I where workspace_id = %L',
      place, name, name, workspace);
    execute format('alter view %I.%I owner to timeledger_customers', place, name);
    execute format('grant select on %I.%I to %I', place, name, role);
  end loop;
end
$$;
