package io.timeledger.streams;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.streams.ledger.EventApplier;
import io.timeledger.streams.ledger.RandomCommands;
import io.timeledger.streams.ledger.RandomCommands.Asked;
import io.timeledger.streams.ledger.kafka.LedgerClient;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.MapStores;
import io.timeledger.streams.rollup.Recomputed;
import io.timeledger.streams.rollup.RollupDelta;
import io.timeledger.streams.rollup.RollupTotals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Ten thousand random commands through the whole service: whatever people do, the fold of the
/// events, the rollups on Kafka, the rollups in Postgres and a plain aggregate over the entries are
/// the same.
class RandomWorkIT {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_random");
  private static final int ROUNDS = 50;
  private static final int COMMANDS_PER_ROUND = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LedgerState replica = new LedgerState(WORKSPACE, new MapStores());
  private final RandomCommands random = new RandomCommands(20_260_601);
  private final List<Event> log = new ArrayList<>();
  private int sent;

  @Test
  void foldRollupsAndAggregatesAgree(@TempDir Path folder) throws SQLException {
    TestPlatform platform = TestPlatform.shared();
    TestDatabase database = platform.newDatabase();
    try (ConfigurableApplicationContext _ = service(folder, platform, database);
        LedgerClient client = new LedgerClient(platform.bootstrapServers())) {
      people(client);
      for (int round = 0; round < ROUNDS; round++) {
        Instant now = Instant.now();
        for (int i = 0; i < COMMANDS_PER_ROUND; i++) {
          Asked asked = random.next(replica, now);
          send(client, asked.user(), asked.command());
        }
        client.replies(COMMANDS_PER_ROUND);
        replicate(client);
      }
      agree(client, database);
    }
  }

  private void agree(LedgerClient client, TestDatabase database) throws SQLException {
    Map<String, TimeEntry> entries = new TreeMap<>();
    Map<String, Rollup> folded = new TreeMap<>();
    for (Event event : log) {
      if (event.data() instanceof TimeEntry entry) {
        entries.put(entry.id().value(), entry);
      }
      for (RollupDelta delta : RollupDelta.of(event)) {
        Rollup none = RollupTotals.none(delta.key());
        folded.merge(
            RecordKeys.of(none),
            RollupTotals.plus(none, delta),
            (before, _) -> RollupTotals.plus(before, delta));
      }
    }
    folded.values().removeIf(RollupTotals::isZero);
    Map<String, Rollup> recomputed = new TreeMap<>();
    Recomputed.rollups(entries.values())
        .forEach((key, rollup) -> recomputed.put(WORKSPACE + "/" + key, rollup));

    assertThat(entries).hasSizeGreaterThan(1_000);
    assertThat(folded).hasSizeGreaterThan(100);
    assertThat(folded).isEqualTo(recomputed);
    await(() -> published(client).equals(folded), "rollups on Kafka");
    assertThat(published(client)).isEqualTo(folded);
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      await(() -> projected(sql) == log.size(), "projection");
      assertThat(differences(sql)).isEmpty();
      assertThat(monthDifferences(sql)).isZero();
      assertThat(count(sql, "select count(*) from read.event")).isEqualTo(log.size());
      assertThat(
              count(
                  sql,
                  "select count(distinct (dimension, dimension_id, log_date)) from read.rollup"))
          .isEqualTo(folded.size());
      assertThat(sheetDifferences(sql)).isZero();
      assertThat(sheets(client)).isEqualTo(sheets(sql));
    }
  }

  /// Rows of a plain aggregate over entries that differ from the rollup rows, both ways.
  private static List<String> differences(Statement sql) throws SQLException {
    String aggregate =
        """
        select e.workspace_id, d.dimension, d.dimension_id, e.log_date, e.currency,
          count(*) entries, sum(rounded_seconds) total, sum(duration_seconds) raw,
          sum(case when billable then rounded_seconds else 0 end) billable,
          sum(case when status = 'approved' then rounded_seconds else 0 end) approved,
          sum(case when status = 'approved' and billable then rounded_seconds else 0 end) ab,
          sum(case when billable then rounded_seconds * hourly_rate else 0 end) amount,
          sum(case when status = 'approved' and billable then rounded_seconds * hourly_rate
              else 0 end) approved_amount,
          sum(coalesce(rounded_seconds * cost_rate, 0)) cost
        from read.time_entry e cross join lateral (values
            ('workspace', e.workspace_id), ('user', e.user_id), ('project', e.project_id),
            ('task', e.task_id),
            ('entity', case when e.entity_type = 'internal' then 'internal'
                else e.entity_type || ':' || e.entity_id end),
            ('stage', case when e.entity_type <> 'internal' then
                e.entity_type || ':' || e.entity_id || '/' || (
                  select substring(t.tag from 7) from unnest(e.tags) with ordinality t (tag, nth)
                  where t.tag like 'stage:_%' order by t.nth limit 1) end)) d (dimension, dimension_id)
        where e.deleted_at is null and e.status <> 'running' and d.dimension_id is not null
        group by 1, 2, 3, 4, 5
        """;
    String rollups =
        """
        select workspace_id, dimension, dimension_id, log_date, currency, entries,
          total_seconds, raw_seconds, billable_seconds, approved_seconds,
          approved_billable_seconds, amount, approved_amount, cost from read.rollup
        """;
    List<String> rows = new ArrayList<>();
    try (ResultSet found =
        sql.executeQuery(
            "((%s) except (%s)) union all ((%s) except (%s))"
                .formatted(aggregate, rollups, rollups, aggregate))) {
      while (found.next()) {
        rows.add(found.getString(2) + " " + found.getString(3) + " " + found.getString(4));
      }
    }
    return rows;
  }

  /// Rows of months that differ from the sums of their days, both ways.
  private static long monthDifferences(Statement sql) throws SQLException {
    String measures =
        "entries, total_seconds, raw_seconds, billable_seconds, approved_seconds,"
            + " approved_billable_seconds, invoiced_seconds, amount, approved_amount, cost";
    String sums = measures.replaceAll("\\w+", "sum($0)");
    String days =
        "select workspace_id, dimension, dimension_id, date_trunc('month', log_date)::date,"
            + " currency, %s from read.rollup group by 1, 2, 3, 4, 5".formatted(sums);
    String months =
        "select workspace_id, dimension, dimension_id, log_date, currency, %s from read.rollup_month"
            .formatted(measures);
    return count(
        sql,
        "select count(*) from (((%s) except (%s)) union all ((%s) except (%s))) d"
            .formatted(days, months, months, days));
  }

  private static long sheetDifferences(Statement sql) throws SQLException {
    return count(
        sql,
        """
        select count(*) from read.timesheet s left join (
            select timesheet_id, sum(rounded_seconds) total,
              sum(case when billable then rounded_seconds else 0 end) billable
            from read.time_entry where deleted_at is null and status <> 'running' group by 1) e
          on e.timesheet_id = s.id
        where s.total_seconds <> coalesce(e.total, 0)
          or s.billable_seconds <> coalesce(e.billable, 0)
        """);
  }

  private static Map<String, String> sheets(Statement sql) throws SQLException {
    Map<String, String> sheets = new TreeMap<>();
    try (ResultSet found =
        sql.executeQuery(
            "select id, status, total_seconds, billable_seconds from read.timesheet")) {
      while (found.next()) {
        sheets.put(
            found.getString(1),
            found.getString(2) + " " + found.getLong(3) + " " + found.getLong(4));
      }
    }
    return sheets;
  }

  private static Map<String, String> sheets(LedgerClient client) {
    Map<String, String> sheets = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> message : client.committed(Topic.TIMESHEETS)) {
      if (message.key().startsWith(WORKSPACE + "/")) {
        Timesheet sheet = TopicSerdes.TIMESHEETS.codec().read(message.value());
        sheets.put(
            sheet.id().value(),
            sheet.status().name().toLowerCase(Locale.ROOT)
                + " "
                + sheet.totalSeconds()
                + " "
                + sheet.billableSeconds());
      }
    }
    return sheets;
  }

  private static Map<String, Rollup> published(LedgerClient client) {
    Map<String, Rollup> published = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> message : client.committed(Topic.ROLLUPS)) {
      if (!message.key().startsWith(WORKSPACE + "/")) {
        continue;
      }
      if (message.value() == null) {
        published.remove(message.key());
      } else {
        published.put(message.key(), TopicSerdes.ROLLUPS.codec().read(message.value()));
      }
    }
    return published;
  }

  private void replicate(LedgerClient client) {
    for (ConsumerRecord<String, byte[]> message : client.newEvents()) {
      if (!message.key().equals(WORKSPACE.value())) {
        continue;
      }
      Event event = TopicSerdes.EVENTS.codec().read(message.value());
      EventApplier.apply(event, replica);
      log.add(event);
      if (event.before() == null && event.data() instanceof TimeEntry entry) {
        random.seen(entry);
      }
    }
  }

  private void people(LedgerClient client) {
    client.send(
        envelope(
            new Actor(
                new UserId("operator"),
                EnumSet.noneOf(Permission.class),
                null,
                CommandOrigin.OPERATOR),
            new CreateWorkspace(
                "Random", OWNER, null, null, null, new TokenId("tok_random"), "0".repeat(64))));
    member(client, MANAGER, Role.MANAGER);
    member(client, ANN, Role.MEMBER);
    member(client, BEN, Role.MEMBER);
    client.replies(4);
    replicate(client);
  }

  private void member(LedgerClient client, UserId id, Role role) {
    send(
        client,
        OWNER,
        new PutMember(id, null, null, role, ZoneId.of("Europe/Berlin"), null, List.of(), null));
  }

  private void send(LedgerClient client, UserId user, Command command) {
    client.send(
        envelope(
            new Actor(user, EnumSet.allOf(Permission.class), null, CommandOrigin.API), command));
  }

  private CommandEnvelope envelope(Actor actor, Command command) {
    return new CommandEnvelope("random-" + sent++, WORKSPACE, actor, "", RequestInfo.NONE, command);
  }

  private static ConfigurableApplicationContext service(
      Path folder, TestPlatform platform, TestDatabase database) {
    TestDatabase role = database.as(DatabaseRole.STREAMS_PROCESSOR);
    return StreamsProcessor.application()
        .run(
            "--timeledger.kafka.bootstrap-servers=" + platform.bootstrapServers(),
            "--timeledger.partitions=4",
            "--timeledger.replication-factor=1",
            "--timeledger.provision=true",
            "--timeledger.state-dir=" + folder,
            "--timeledger.instance-id=random-work",
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + role.username(),
            "--spring.datasource.password=" + role.password());
  }

  private static long projected(Statement sql) throws SQLException {
    return count(
        sql,
        "select coalesce(max(sequence), 0) from read.progress where workspace_id = '"
            + WORKSPACE
            + "'");
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet found = sql.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /// Something that comes true in time.
  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(Condition condition, String what) throws SQLException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + " did not catch up within " + PATIENCE);
      }
    }
  }
}
