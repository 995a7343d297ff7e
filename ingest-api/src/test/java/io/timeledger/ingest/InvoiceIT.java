package io.timeledger.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.CommandSequence;
import io.timeledger.ingest.command.CommandSequence.Part;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.InvoiceCommand.PlanInvoice;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.RequestInfo;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvoiceIT {
  private static final RunningPlatform PLATFORM = RunningPlatform.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MEMBERS = 20;

  /// More of them, and ten thousand entries, with `-Dinvoice.weeks=5`.
  private static final int WEEKS = Integer.getInteger("invoice.weeks", 1);

  private static final int ENTRIES_PER_SHEET = 100;
  private static final int ALL = MEMBERS * WEEKS * ENTRIES_PER_SHEET;
  private final TestWorkspace workspace = PLATFORM.newWorkspace();
  private final ApiClient owner = workspace.owner();

  @Test
  void putsEachEntryOnOneLineWhoeverAsksAtTheSameTime() throws Exception {
    fillWorkspace();
    List<Claim> claims = claims();
    List<Answer> answers = all(claims);

    long moved =
        answers.stream().mapToLong(a -> a.requireStatus(200).data().at("/entries").asLong()).sum();
    assertThat(moved).isEqualTo(ALL);
    String token =
        answers.stream()
            .flatMap(a -> a.header("X-Consistency-Token").stream())
            .reduce("0", InvoiceIT::later);
    awaitSequence(token);
    assertThat(
            number("select count(*) from reporting.time_entries where invoice_line_id is not null"))
        .isEqualByComparingTo(BigDecimal.valueOf(ALL));
    assertThat(
            number(
                """
                select count(*) from reporting.invoice_lines as l
                left join (
                  select invoice_line_id, count(*) as entries, sum(rounded_seconds) as seconds,
                    round(sum(rounded_seconds * hourly_rate) / 3600, 2) as amount
                  from reporting.time_entries group by invoice_line_id) e using (invoice_line_id)
                where l.entries is distinct from e.entries
                  or l.total_seconds is distinct from e.seconds
                  or l.amount is distinct from e.amount
                """))
        .isZero();
    BigDecimal lines = number("select sum(amount) from reporting.invoice_lines");
    BigDecimal invoices = BigDecimal.ZERO;
    for (String id : claims.stream().map(Claim::invoice).distinct().toList()) {
      JsonNode amounts =
          owner
              .get("/api/v1/time/invoices/" + id + "/lines")
              .json()
              .at("/invoice/amounts/0/amount");
      invoices = invoices.add(amounts.isMissingNode() ? BigDecimal.ZERO : amounts.decimalValue());
    }
    assertThat(invoices).isEqualByComparingTo(lines);
    assertThat(
            number(
                "select sum(invoiced_seconds) from reporting.rollups where dimension = 'workspace'"))
        .isEqualByComparingTo(number("select sum(total_seconds) from reporting.invoice_lines"));

    List<Answer> again = all(claims);

    for (int i = 0; i < claims.size(); i++) {
      assertThat(again.get(i).body()).isEqualTo(answers.get(i).body());
    }
    assertThat(number("select max(sequence) from reporting.audit")).hasToString(token);
  }

  @Test
  void goesOnWithTheSameEntriesWhereABrokenOffCallStopped() {
    List<EntryId> first = approve("u_a", "2026-04-06", 3);
    WriteRequest call =
        new WriteRequest(
            new Caller(
                new WorkspaceId(workspace.id()),
                new UserId("u_owner"),
                EnumSet.allOf(Permission.class),
                null,
                CommandOrigin.API),
            "POST",
            "/api/v1/time/invoices/I-1/lines",
            "broken-off",
            null,
            null,
            RequestInfo.NONE);
    InvoiceId invoice = new InvoiceId("I-1");
    CommandSequence sequence = PLATFORM.api().getBean(CommandSequence.class);
    String asked =
        "{\"project_id\":null,\"client_id\":null,\"user_id\":null,\"task_id\":null,"
            + "\"entity_type\":null,\"entity_id\":null,\"from\":null,\"to\":null}PROJECT";
    sequence.decide(call, asked, List.of(new Part(0, new PlanInvoice(invoice, first))), PATIENCE);
    sequence.decide(
        call,
        asked,
        List.of(
            new Part(1, new FillInvoice(invoice, InvoiceGrouping.PROJECT, first.subList(0, 3)))),
        PATIENCE);
    approve("u_b", "2026-04-06", 2);

    Answer answer = fill("I-1", "{}", "broken-off");
    Answer another = fill("I-1", "{\"group_by\": \"day\"}", "broken-off");
    Answer rest = fill("I-1", "{}", "another");

    assertThat(answer.requireStatus(200).data().required("entries").asInt()).isEqualTo(3);
    assertThat(another.errorCode()).isEqualTo("idempotency_key_reused");
    assertThat(rest.data().required("entries").asInt()).isEqualTo(2);
    assertThat(rest.data().at("/invoice/entries").asInt()).isEqualTo(5);
  }

  @Test
  void previewsWhatItThenDoesAndReleasesIt() {
    owner
        .post(
            "/api/v1/time/rates", "{\"hourly_rate\": 87.3333, \"effective_from\": \"2026-01-01\"}")
        .requireStatus(201);
    approve("u_a", "2026-04-06", 7);

    Answer preview =
        fill("I-2", "{\"preview\": true, \"group_by\": \"user\"}", "p1").requireStatus(200);
    assertThat(owner.get("/api/v1/time/invoices/I-2/lines").status()).isEqualTo(404);
    Answer done = fill("I-2", "{\"group_by\": \"user\"}", "p2").requireStatus(200);

    JsonNode line = done.data().at("/lines/0");
    assertThat(preview.data().at("/lines/0/amount")).isEqualTo(line.required("amount"));
    assertThat(preview.data().at("/lines/0/user_id").asString()).isEqualTo("u_a");
    String sheet = owner.get("/api/v1/timesheets?user_id=u_a").data().at("/0/id").asString();
    assertThat(
            owner
                .post("/api/v1/timesheets/" + sheet + "/reopen", "{\"reason\": \"r\"}")
                .errorCode())
        .isEqualTo("timesheet_invoiced");
    String path = "/api/v1/time/invoices/I-2/lines/" + line.required("id").asString();
    assertThat(
            owner
                .get("/api/v1/time-entries?invoice_line_id=" + line.required("id").asString())
                .data()
                .size())
        .isEqualTo(7);
    Answer released = owner.delete(path, "Idempotency-Key", "r1").requireStatus(200);
    assertThat(released.data().required("entries").asInt()).isEqualTo(7);
    assertThat(owner.delete(path, "Idempotency-Key", "r1").body()).isEqualTo(released.body());
    assertThat(owner.delete(path).status()).isEqualTo(404);
    assertThat(owner.get("/api/v1/time/invoices/I-2/lines").data().size()).isZero();
    assertThat(
            owner.post("/api/v1/timesheets/" + sheet + "/reopen", "{\"reason\": \"r\"}").status())
        .isEqualTo(200);
    assertThat(
            owner
                .get("/api/v1/audit?action=invoice.lines_filled_from_time")
                .data()
                .at("/0/entity_type")
                .asString())
        .isEqualTo("invoice");
  }

  private record Claim(String invoice, String body, String key) {}

  /// Every entry is wanted by at least two.
  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      claims.add(
          new Claim(
              "P-" + i,
              "{\"filter\": {\"project_id\": \"p%d\"}, \"group_by\": \"task\"}".formatted(i),
              "project " + i));
      claims.add(
          new Claim(
              "D-" + i % 3,
              "{\"filter\": {\"from\": \"2026-03-%02d\", \"to\": \"2026-04-%02d\"}, \"group_by\": \"%s\"}"
                  .formatted(1 + i * 3, 2 + i * 3, i % 2 == 0 ? "day" : "user"),
              "days " + i));
    }
    return claims;
  }

  private List<Answer> all(List<Claim> claims) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> pending =
          claims.stream()
              .map(claim -> clients.submit(() -> fill(claim.invoice(), claim.body(), claim.key())))
              .toList();
      for (Future<Answer> answer : pending) {
        answers.add(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
    }
    return answers;
  }

  private void fillWorkspace() {
    owner
        .post(
            "/api/v1/time/rates", "{\"hourly_rate\": 87.3333, \"effective_from\": \"2026-01-01\"}")
        .requireStatus(201);
    for (int m = 0; m < MEMBERS; m++) {
      String user = "u_" + m;
      owner.put("/api/v1/members/" + user, "{\"name\": \"M\"}").requireStatus(201);
      for (int w = 0; w < WEEKS; w++) {
        batch(user, LocalDate.parse("2026-03-02").plusWeeks(w).toString(), ENTRIES_PER_SHEET);
      }
    }
    await().atMost(PATIENCE).until(() -> sheets().size() == MEMBERS * WEEKS);
    sheets().forEach(this::approve);
    await()
        .atMost(PATIENCE)
        .until(() -> total("/api/v1/time-entries?status=approved&page=1&limit=1") == ALL);
  }

  private List<String> sheets() {
    return owner
        .get("/api/v1/timesheets?limit=500&status=draft")
        .data()
        .valueStream()
        .map(sheet -> sheet.required("id").asString())
        .toList();
  }

  private List<EntryId> approve(String user, String week, int entries) {
    owner.put("/api/v1/members/" + user, "{\"name\": \"M\"}").requireStatus(201);
    Answer batch = batch(user, week, entries);
    awaitSequence(batch.header("X-Consistency-Token").orElseThrow());
    sheets().forEach(this::approve);
    return batch
        .data()
        .required("results")
        .valueStream()
        .map(result -> new EntryId(result.required("id").asString()))
        .toList();
  }

  private void approve(String sheet) {
    owner.post("/api/v1/timesheets/" + sheet + "/submit").requireStatus(200);
    awaitSequence(
        owner
            .post("/api/v1/timesheets/" + sheet + "/approve")
            .requireStatus(200)
            .header("X-Consistency-Token")
            .orElseThrow());
  }

  private Answer batch(String user, String week, int entries) {
    LocalDate monday = LocalDate.parse(week);
    return owner
        .post(
            "/api/v1/time-entries/batch",
            IntStream.range(0, entries)
                .mapToObj(
                    i ->
                        """
                        {"action": "create", "entry": {"user_id": "%s", "log_date": "%s",
                         "duration_seconds": %d, "project_id": "p%d", "task_id": "t%d",
                         "billable": true}}
                        """
                            .formatted(user, monday.plusDays(i % 7), 61 + i * 37, i % 10, i % 30))
                .collect(joining(",", "{\"items\": [", "]}")))
        .requireStatus(200);
  }

  private Answer fill(String invoice, String body, String key) {
    return owner.post("/api/v1/time/invoices/" + invoice + "/lines", body, "Idempotency-Key", key);
  }

  private void awaitSequence(String token) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                owner.get("/api/v1/limits").status() == 200
                    && number("select coalesce(max(sequence), 0) from reporting.audit")
                            .compareTo(new BigDecimal(token))
                        >= 0);
  }

  private int total(String path) {
    return owner.get(path).json().at("/pagination/total").asInt();
  }

  private static String later(String one, String other) {
    return Long.parseLong(one) > Long.parseLong(other) ? one : other;
  }

  /// Of this workspace alone.
  private BigDecimal number(String query) {
    try (Connection sql = PLATFORM.database().connect();
        Statement statement = sql.createStatement();
        ResultSet rows =
            statement.executeQuery(
                query.replaceAll(
                    "reporting\\.(\\w+)( as l)?",
                    "(select * from reporting.$1 where workspace_id = '"
                        + workspace.id()
                        + "') as l"))) {
      rows.next();
      return rows.getBigDecimal(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
