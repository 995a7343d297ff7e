package io.timeledger.acceptance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.acceptance.calendar.CalendarTraffic;
import io.timeledger.acceptance.client.OperationHistory;
import io.timeledger.acceptance.client.Population;
import io.timeledger.acceptance.fault.Incident;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.TopicDump;
import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestClient.Answer;
import io.timeledger.harness.webhook.ReceivedCall;
import io.timeledger.harness.webhook.Receiver;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/// Collects the evidence of a run from outside.
record EvidenceCollector(
    Cluster cluster,
    Population population,
    OperationHistory history,
    List<Incident> incidents,
    Receiver subscriber,
    CalendarTraffic calendars) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  Evidence evidence() {
    TopicDump topics = new TopicDump(cluster.kafkaSettings());
    List<ObservedEvent> facts =
        topics.all(
            "time.events.v1", event -> ObservedEvent.of(RestClient.JSON.readTree(event.value())));
    List<ObservedReply> replies = topics.all("time.replies.v1", EvidenceCollector::answered);
    awaitProjected(facts.size());
    Map<String, Long> sqlTotals = sqlTotals();
    return new Evidence(
        history.ops(),
        history.attempts(),
        incidents.stream().filter(Incident::withoutMajority).map(MajorityLoss::of).toList(),
        facts,
        replies,
        history.promises().stream().distinct().map(this::kept).toList(),
        rows(),
        sqlTotals,
        topicTotals(topics, sqlTotals),
        received(facts),
        verified(),
        new CalendarEvidenceCollector(cluster, calendars).evidence());
  }

  private static ObservedReply answered(ConsumerRecord<String, byte[]> reply) {
    JsonNode body = RestClient.JSON.readTree(reply.value());
    return new ObservedReply(
        reply.key(),
        new String(reply.headers().lastHeader("command_id").value(), UTF_8),
        "%s %s %s".formatted(body.path("sequence"), body.path("items"), body.path("problem")));
  }

  private void awaitProjected(int events) {
    if (!Poll.until(PATIENCE, () -> count("select count(*) from read.event") >= events)) {
      throw new IllegalStateException(
          "Postgres has %d of %d events after %s"
              .formatted(count("select count(*) from read.event"), events, PATIENCE));
    }
  }

  private DeferredOutcome kept(OperationHistory.Promise promise) {
    URI api = cluster.urls().getFirst();
    Answer answer = RestClient.send(api, promise.token(), "GET", promise.path(), "", Map.of());
    return new DeferredOutcome(
        promise.mark(),
        answer.data().path("status").asString("%d %s".formatted(answer.status(), answer.error())));
  }

  private Map<String, ObservedEntry> rows() {
    Map<String, ObservedEntry> rows = new HashMap<>();
    query(
        """
        select entry_id, workspace_id, user_id, project_id, description, external_id, log_date,
               status, rounded_seconds, version
        from reporting.time_entries
        """,
        row ->
            rows.put(
                row.getString(1),
                new ObservedEntry(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    orEmpty(row.getString(4)),
                    orEmpty(row.getString(5)),
                    orEmpty(row.getString(6)),
                    row.getString(7),
                    row.getString(8),
                    row.getLong(9),
                    row.getLong(10),
                    false)));
    return rows;
  }

  private Map<String, Long> sqlTotals() {
    Map<String, Long> totals = new HashMap<>();
    query(
        """
        select concat_ws('/', workspace_id, dimension, dimension_id, log_date), sum(total_seconds)
        from reporting.rollups group by 1 having sum(total_seconds) <> 0
        """,
        row -> totals.put(row.getString(1), row.getLong(2)));
    return totals;
  }

  /// The views may still be folding: reads again until the topic equals Postgres, or until a
  /// time-out.
  private static Map<String, Long> topicTotals(TopicDump topics, Map<String, Long> awaited) {
    Map<String, Long> totals = new HashMap<>();
    Poll.until(
        PATIENCE,
        () -> {
          totals.clear();
          totals.putAll(topicTotals(topics));
          return totals.equals(awaited);
        });
    return totals;
  }

  private static Map<String, Long> topicTotals(TopicDump topics) {
    Map<String, Long> totals = new HashMap<>();
    topics.all(
        "time.rollups.v1",
        rollup ->
            totals.put(
                rollup.key(),
                rollup.value() == null
                    ? 0
                    : RestClient.JSON.readTree(rollup.value()).path("total_seconds").asLong(0)));
    totals.values().removeIf(seconds -> seconds == 0);
    return totals;
  }

  /// A call that was cut off is retried half a minute later.
  private Map<String, Integer> received(List<ObservedEvent> facts) {
    List<String> expected =
        EventsReachSubscribers.expected(
                facts.stream()
                    .collect(Collectors.groupingBy(ObservedEvent::workspace))
                    .values()
                    .stream())
            .map(ObservedEvent::id)
            .toList();
    Poll.until(PATIENCE, () -> received().keySet().containsAll(expected));
    return received();
  }

  private Map<String, Integer> received() {
    return subscriber.visits().stream()
        .collect(Collectors.toMap(ReceivedCall::eventId, _ -> 1, Integer::sum));
  }

  private Map<String, String> verified() {
    Map<String, String> verified = new HashMap<>();
    population
        .owners()
        .forEach(
            (workspace, token) -> {
              Answer answer =
                  RestClient.send(
                      cluster.urls().getFirst(),
                      token,
                      "GET",
                      "/api/v1/audit/verify",
                      "",
                      Map.of());
              verified.put(
                  workspace,
                  answer.data().path("verified").asBoolean(false)
                      ? "true"
                      : answer.status() + " " + answer.body());
            });
    return verified;
  }

  private long count(String sql) {
    long[] count = new long[1];
    query(sql, row -> count[0] = row.getLong(1));
    return count[0];
  }

  /// Consumes one row.
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowTaker taker) {
    try (Connection connection = cluster.sql();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        taker.take(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
