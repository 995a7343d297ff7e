package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.postgres.CalendarSchema;
import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.webhooks.postgres.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// What each role may do in PostgreSQL, and what it is refused.
class SqlDoorsIT {
  private static final String REFUSED = "42501"; // insufficient_privilege

  private final TestDatabase database = TestPlatform.shared().newDatabase();
  private final DoorTable answers = new DoorTable();

  @BeforeEach
  void servicesMakeTheirSchemas() {
    migrate(
        database.as(DatabaseRole.STREAMS_PROCESSOR),
        database.as(DatabaseRole.WEBHOOK_DISPATCHER),
        database.as(DatabaseRole.CALENDAR_CONNECTOR));
  }

  @Test
  void eachRoleMayDoItsWorkAndNoMore() throws SQLException {
    try (Connection api = database.as(DatabaseRole.INGEST_API).connect()) {
      String user = "ingest-api";
      open(api, user, "read read.time_entry", "select * from read.time_entry");
      open(api, user, "read read.audit", "select * from read.audit");
      open(api, user, "read webhooks_read.delivery", "select * from webhooks_read.delivery");
      open(api, user, "read calendar_read.block", "select * from calendar_read.block");
      shut(api, user, "write read.project", "delete from read.project");
      shut(api, user, "read projection_1.event", "select * from projection_1.event");
      shut(api, user, "read projector.member_profile", "select * from projector.member_profile");
      shut(api, user, "read webhooks.secret", "select * from webhooks.secret");
      shut(api, user, "read calendar.secret", "select * from calendar.secret");
      shut(api, user, "read reporting.rollups", "select * from reporting.rollups");
      shut(api, user, "make a table in read", "create table read.mine (a int)");
      foundNothing(api, user);
    }
    try (Connection streams = database.as(DatabaseRole.STREAMS_PROCESSOR).connect()) {
      String user = "streams-processor";
      open(streams, user, "write projection_1.progress", "delete from projection_1.progress");
      open(streams, user, "make projection_2", "create schema projection_2");
      open(streams, user, "drop projection_2", "drop schema projection_2");
      shut(streams, user, "read webhooks.secret", "select * from webhooks.secret");
      shut(streams, user, "read calendar_read.block", "select * from calendar_read.block");
      shut(streams, user, "write webhooks.delivery", "delete from webhooks.delivery");
      shut(streams, user, "read webhooks_read.delivery", "select * from webhooks_read.delivery");
      shut(streams, user, "drop schema webhooks", "drop schema webhooks cascade");
      ruleNothing(streams, user);
    }
    try (Connection dispatcher = database.as(DatabaseRole.WEBHOOK_DISPATCHER).connect()) {
      String user = "webhook-dispatcher";
      open(dispatcher, user, "write webhooks.delivery", "delete from webhooks.delivery");
      shut(dispatcher, user, "read read.event", "select * from read.event");
      shut(dispatcher, user, "read projector.member_profile", "table projector.member_profile");
      shut(dispatcher, user, "write projection_1.event", "delete from projection_1.event");
      shut(dispatcher, user, "read reporting.rollups", "select * from reporting.rollups");
      shut(
          dispatcher,
          user,
          "replace reporting.rollups",
          "create or replace view reporting.rollups as select 1 as one");
      foundNothing(dispatcher, user);
    }
    try (Connection connector = database.as(DatabaseRole.CALENDAR_CONNECTOR).connect()) {
      String user = "calendar-connector";
      open(connector, user, "write calendar.block", "delete from calendar.block");
      shut(connector, user, "read read.connection", "select * from read.connection");
      shut(connector, user, "read read.event", "select * from read.event");
      shut(connector, user, "read projector.member_profile", "table projector.member_profile");
      shut(connector, user, "write projection_1.event", "delete from projection_1.event");
      shut(connector, user, "read webhooks.secret", "select * from webhooks.secret");
      shut(connector, user, "read reporting.rollups", "select * from reporting.rollups");
      foundNothing(connector, user);
    }
    try (Connection api = database.as(DatabaseRole.INGEST_API).connect()) {
      String user = "ingest-api";
      shut(api, user, "write calendar_read.head", "delete from calendar_read.head");
    }
    try (Connection dispatcher = database.as(DatabaseRole.WEBHOOK_DISPATCHER).connect()) {
      String user = "webhook-dispatcher";
      shut(dispatcher, user, "read calendar.secret", "select * from calendar.secret");
      shut(dispatcher, user, "read calendar_read.block", "select * from calendar_read.block");
    }
    try (Connection bi = database.as(DatabaseRole.BI).connect()) {
      String user = "bi";
      for (String view : views("reporting")) {
        open(bi, user, "read reporting." + view, "select * from reporting." + view);
      }
      shut(bi, user, "write reporting.rollups", "delete from reporting.rollups");
      shut(bi, user, "read read.token", "select * from read.token");
      shut(bi, user, "read projection_1.token", "select * from projection_1.token");
      shut(bi, user, "read projector.request_info", "select * from projector.request_info");
      shut(bi, user, "read webhooks_read.payload", "select * from webhooks_read.payload");
      shut(bi, user, "read calendar_read.block", "select * from calendar_read.block");
      shut(bi, user, "make a view in reporting", "create view reporting.mine as select 1 as one");
      foundNothing(bi, user);
    }
    answers.print("PostgreSQL");
    answers.assertAsExpected();
  }

  @Test
  void noRoleIsASuperuserOrMayMakeRolesOrPassesRowSecurity() throws SQLException {
    assertThat(
            strings(
                """
                select rolname from pg_roles where rolname like 'timeledger\\_%'
                and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                """))
        .isEmpty();
  }

  @Test
  void aCustomerSeesTheRowsOfTheirWorkspaceAndNoOthers() throws SQLException {
    for (String workspace : List.of("ws_acme", "ws_other")) {
      execute(
          """
          insert into projection_1.project
            (id, workspace_id, name, archived, created_at, updated_at, version, sequence)
          values ('website', '%s', 'Project of %1$s', false, now(), now(), 1, 1)
          """
              .formatted(workspace));
    }
    execute(DatabaseRole.customerScript("acme", "ws_acme"));
    execute(DatabaseRole.customerScript("acme", "ws_acme")); // as after an upgrade
    execute("alter role timeledger_bi_acme password 'of acme'");

    try (Connection acme =
        DriverManager.getConnection(database.jdbcUrl(), "timeledger_bi_acme", "of acme")) {
      String user = "customer acme";
      assertThat(strings(acme, "select project_name from projects"))
          .containsExactly("Project of ws_acme");
      for (String view : views("reporting")) {
        open(acme, user, "read its own " + view, "select * from " + view);
        shut(acme, user, "read reporting." + view, "select * from reporting." + view);
      }
      // a filter that fails on the row of another: it never sees that row
      open(
          acme,
          user,
          "look past the wall",
          "select * from projects where 1 / (case workspace_id when 'ws_acme' then 1 else 0 end) = 1");
      shut(acme, user, "write rollups", "delete from rollups");
      shut(acme, user, "move the wall", "alter view projects reset (security_barrier)");
      shut(acme, user, "be bi", "set role timeledger_bi");
      shut(acme, user, "read projection_1.project", "select * from projection_1.project");
      foundNothing(acme, user);
    }
    answers.print("A customer's BI");
    answers.assertAsExpected();

    Projections other = new Projections(dataSource(database.as(DatabaseRole.STREAMS_PROCESSOR)));
    assertThat(other.tryMakeLive(other.createNext(), () -> {})).isTrue();
    assertThat(strings("select project_name from reporting_acme.projects"))
        .as("follows to the projection that a rebuild made, which is empty")
        .isEmpty();
  }

  @Test
  void whatServicesMadeAsTheSuperuserBecomesTheirOwnAndAnAdministratorIsEnough()
      throws SQLException {
    TestDatabase older = TestPlatform.shared().newDatabase();
    drop(
        older,
        "read",
        "reporting",
        "webhooks",
        "webhooks_read",
        "calendar",
        "calendar_read",
        "projector");
    migrate(older, older, older);
    assertThat(superusersTables(older)).isNotEmpty();

    execute(older, DatabaseRole.script());

    assertThat(superusersTables(older)).isEmpty();
    migrate(
        older.as(DatabaseRole.STREAMS_PROCESSOR),
        older.as(DatabaseRole.WEBHOOK_DISPATCHER),
        older.as(DatabaseRole.CALENDAR_CONNECTOR));
    try (Connection bi = older.as(DatabaseRole.BI).connect()) {
      assertThat(strings(bi, "select project_name from reporting.projects")).isEmpty();
    }

    String name = older.jdbcUrl().replaceFirst(".*/", "");
    execute(
        older,
        """
        create role %s_admin login createrole password 'of admin';
        alter database %1$s owner to %1$s_admin;
        grant timeledger_ingest_api, timeledger_streams_processor, timeledger_webhook_dispatcher,
          timeledger_calendar_connector, timeledger_bi, timeledger_customers to %1$s_admin with admin option;
        """
            .formatted(name));
    TestDatabase admin = new TestDatabase(older.jdbcUrl(), name + "_admin", "of admin", _ -> "");
    execute(admin, DatabaseRole.script());
    execute(admin, DatabaseRole.customerScript("of_" + name, "ws_acme"));
    assertThat(
            strings(
                admin.connect(), "select viewowner from pg_views where schemaname ~ '^reporting_'"))
        .isNotEmpty()
        .containsOnly("timeledger_customers");
  }

  /// What is refused to every role, readers and owners of schemas alike.
  private void foundNothing(Connection connection, String user) throws SQLException {
    shut(connection, user, "make a schema", "create schema mine");
    ruleNothing(connection, user);
  }

  private void ruleNothing(Connection connection, String user) throws SQLException {
    shut(connection, user, "make a table in public", "create table public.mine (a int)");
    shut(connection, user, "make a temporary table", "create temporary table mine (a int)");
    shut(connection, user, "make a role", "create role mine");
    shut(connection, user, "read passwords", "select * from pg_authid");
    shut(connection, user, "read a file", "select pg_read_file('postgresql.conf')");
    shut(connection, user, "run a program", "copy (select 1) to program 'true'");
    shut(connection, user, "change the server", "alter system set log_statement = 'all'");
  }

  private void open(Connection connection, String user, String what, String sql)
      throws SQLException {
    answers.add(user, what, "ok", answer(connection, sql));
  }

  private void shut(Connection connection, String user, String what, String sql)
      throws SQLException {
    answers.add(user, what, REFUSED, answer(connection, sql));
  }

  private static String answer(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "ok";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private static void migrate(
      TestDatabase streams, TestDatabase dispatcher, TestDatabase connector) {
    new Projections(dataSource(streams)).ensureLive();
    new Schema(dataSource(dispatcher), 30, 90).migrate();
    CalendarSchema.in(dataSource(connector)).migrate();
  }

  private static DataSource dataSource(TestDatabase database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.username());
    source.setPassword(database.password());
    return source;
  }

  private static void drop(TestDatabase database, String... schemas) throws SQLException {
    execute(database, "drop schema " + String.join(", ", schemas) + " cascade");
  }

  private static List<String> superusersTables(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return strings(
          connection,
          """
          select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname ~ '^(read|report|webhooks|project)' and relowner = current_user::regrole
          """);
    }
  }

  private List<String> views(String schema) throws SQLException {
    return strings("select viewname from pg_views where schemaname = '%s'".formatted(schema));
  }

  private void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    try (Connection connection = database.connect()) {
      return strings(connection, sql);
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
