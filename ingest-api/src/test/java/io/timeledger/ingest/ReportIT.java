package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportIT {
  private static final String REPORTS = "/api/v1/time/reports";
  private static final String APRIL = "from=2026-04-01&to=2026-04-30";
  private final TestWorkspace workspace = RunningPlatform.shared().newWorkspace();
  private final ApiClient owner = workspace.owner();
  private final ApiClient member = workspace.member("u_m", "member");

  @Test
  void givesTotalsByWeekOfTheYearThatIsoGivesThem() {
    enter(member, "{\"log_date\": \"2020-12-31\", \"hours\": 1}");
    enter(member, "{\"log_date\": \"2021-01-01\", \"hours\": 2}");
    enter(member, "{\"log_date\": \"2021-01-04\", \"hours\": 4}");

    JsonNode weeks = owner.get(REPORTS + "/rollups?bucket=week").requireStatus(200).data();
    JsonNode months = owner.get(REPORTS + "/rollups?bucket=month").requireStatus(200).data();

    assertThat(texts(weeks, "period")).containsExactly("2021-W01", "2020-W53");
    assertThat(texts(weeks, "period_start")).containsExactly("2021-01-04", "2020-12-28");
    assertThat(texts(weeks, "period_end")).containsExactly("2021-01-10", "2021-01-03");
    assertThat(texts(weeks, "total_hours")).containsExactly("4", "3");
    assertThat(weeks.get(0).has("log_date")).isFalse();
    assertThat(texts(months, "period")).containsExactly("2021-01", "2020-12");
    assertThat(texts(months, "total_hours")).containsExactly("6", "1");
  }

  @Test
  void givesWeeksThatBeginOnTheDayOfTheSetting() {
    enter(member, "{\"log_date\": \"2021-01-02\", \"hours\": 1}");
    enter(member, "{\"log_date\": \"2021-01-03\", \"hours\": 2}");
    enter(member, "{\"log_date\": \"2021-01-04\", \"hours\": 4}");
    String ofMonday = owner.get(REPORTS + "/rollups?bucket=week&limit=1").body();
    String cursor = "&limit=1&cursor=" + nextCursor("bucket=week&limit=1");
    String ofIso = "&limit=1&cursor=" + nextCursor("bucket=iso_week&limit=1");
    owner.patch("/api/v1/time/settings", "{\"week_start_day\": 0}").requireStatus(200);

    JsonNode weeks = owner.get(REPORTS + "/rollups?bucket=week").requireStatus(200).data();
    JsonNode iso = owner.get(REPORTS + "/rollups?bucket=iso_week").requireStatus(200).data();

    assertThat(texts(weeks, "period")).containsExactly("2021-W01", "2020-W53");
    assertThat(texts(weeks, "period_start")).containsExactly("2021-01-03", "2020-12-27");
    assertThat(texts(weeks, "period_end")).containsExactly("2021-01-09", "2021-01-02");
    assertThat(texts(weeks, "total_hours")).containsExactly("6", "1");
    assertThat(texts(iso, "period_start")).containsExactly("2021-01-04", "2020-12-28");
    assertThat(texts(iso, "total_hours")).containsExactly("4", "3");
    assertThat(ofMonday).contains("\"period_start\":\"2021-01-04\"");
    assertThat(owner.get(REPORTS + "/rollups?bucket=week" + cursor).errorCode())
        .isEqualTo("invalid_cursor");
    assertThat(
            texts(
                owner.get(REPORTS + "/rollups?bucket=iso_week" + ofIso).requireStatus(200).data(),
                "total_hours"))
        .containsExactly("3");
    assertThat(owner.get(REPORTS + "/rollups.csv?bucket=week").body())
        .contains("2021-W01,2021-01-03,2021-01-09");
    owner.patch("/api/v1/time/settings", "{\"week_start_day\": 6}").requireStatus(200);
    assertThat(texts(owner.get(REPORTS + "/rollups?bucket=week").data(), "period_start"))
        .containsExactly("2021-01-02");
  }

  private String nextCursor(String query) {
    return owner
        .get(REPORTS + "/rollups?" + query)
        .requireStatus(200)
        .json()
        .at("/pagination/next_cursor")
        .asString();
  }

  @Test
  void sumsWholeMonthsAndTheDaysAroundThem() {
    Map<String, String> days =
        Map.of(
            "2026-01-19", "1",
            "2026-01-20", "2",
            "2026-01-31", "4",
            "2026-02-01", "8",
            "2026-02-28", "0.5",
            "2026-03-01", "0.25",
            "2026-03-10", "16",
            "2026-03-11", "12");
    days.forEach(
        (day, hours) ->
            enter(member, "{\"log_date\": \"%s\", \"hours\": %s}".formatted(day, hours)));

    assertThat(totalHours("from=2026-01-20&to=2026-03-10")).isEqualByComparingTo("30.75");
    assertThat(totalHours("from=2026-01-31&to=2026-03-01")).isEqualByComparingTo("12.75");
    assertThat(totalHours("from=2026-02-01&to=2026-02-28")).isEqualByComparingTo("8.5");
    assertThat(totalHours("from=2026-02-01")).isEqualByComparingTo("36.75");
    assertThat(totalHours("to=2026-02-28")).isEqualByComparingTo("15.5");
    assertThat(totalHours("to=2026-01-31")).isEqualByComparingTo("7");
    JsonNode months =
        owner
            .get(REPORTS + "/rollups?bucket=month&from=2026-01-20&to=2026-03-10")
            .requireStatus(200)
            .data();
    assertThat(texts(months, "period")).containsExactly("2026-03", "2026-02", "2026-01");
    assertThat(texts(months, "total_hours")).containsExactly("16.25", "8.5", "6");
  }

  private BigDecimal totalHours(String days) {
    return owner
        .get(REPORTS + "/summary?" + days)
        .requireStatus(200)
        .data()
        .required("total_hours")
        .decimalValue();
  }

  @Test
  void pagesThroughWeeksWithoutSkippingOrRepeating() {
    for (String day : List.of("2026-04-01", "2026-04-08", "2026-04-09", "2026-04-15")) {
      enter(member, "{\"log_date\": \"%s\", \"hours\": 1}".formatted(day));
      enter(owner, "{\"log_date\": \"%s\", \"hours\": 2}".formatted(day));
    }
    StringBuilder seen = new StringBuilder();
    String next = "";
    do {
      Answer page =
          owner.get(REPORTS + "/rollups?dimension=user&bucket=week&limit=2&" + APRIL + next);
      page.requireStatus(200)
          .data()
          .forEach(
              one ->
                  seen.append(one.required("period").asString())
                      .append(one.required("dimension_id").asString())
                      .append(one.required("total_hours").asInt())
                      .append(' '));
      JsonNode cursor = page.json().at("/pagination/next_cursor");
      next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(seen.toString())
        .isEqualTo(
            "2026-W16u_owner2 2026-W16u_m1 2026-W15u_owner4 2026-W15u_m2"
                + " 2026-W14u_owner2 2026-W14u_m1 ");
  }

  @Test
  void comparesTrackedTimeWithWeeklyHours() {
    owner.patch("/api/v1/time/settings", "{\"default_weekly_hours\": 35}").requireStatus(200);
    owner.put("/api/v1/members/u_m", "{\"weekly_hours\": 20}").requireStatus(200);
    enter(member, "{\"log_date\": \"2026-04-06\", \"hours\": 8, \"billable\": true}");
    enter(member, "{\"log_date\": \"2026-04-12\", \"hours\": 2}");
    enter(member, "{\"log_date\": \"2026-04-13\", \"hours\": 9}");
    enter(owner, "{\"log_date\": \"2026-04-07\", \"hours\": 7}");
    String week = "from=2026-04-06&to=2026-04-12";

    JsonNode all = owner.get(REPORTS + "/utilization?" + week).requireStatus(200).data();
    JsonNode own = member.get(REPORTS + "/utilization?" + week).requireStatus(200).data();

    assertThat(texts(all, "user_id")).containsExactly("u_m", "u_owner");
    assertThat(texts(all, "utilization")).containsExactly("0.5", "0.2");
    assertThat(texts(all, "billable_utilization")).containsExactly("0.4", "0");
    assertThat(texts(all, "billable_share")).containsExactly("0.8", "0");
    assertThat(texts(all, "capacity_hours")).containsExactly("20", "35");
    assertThat(texts(own, "user_id")).containsExactly("u_m");
    assertThat(
            texts(
                owner
                    .get(REPORTS + "/utilization?from=2026-04-06&to=2026-04-06&user_id=u_m")
                    .data(),
                "capacity_seconds"))
        .containsExactly("10286");
    assertThat(member.get(REPORTS + "/utilization?user_id=u_owner&" + week).status())
        .isEqualTo(403);
  }

  @Test
  void comparesPlansWithApprovedAndTrackedTime() {
    owner.put("/api/v1/projects/p1", "{\"name\": \"Site\", \"time_budget_hours\": 10}");
    owner.put("/api/v1/projects/p2", "{\"name\": \"Zoo\"}");
    owner.put(
        "/api/v1/tasks/t1", "{\"name\": \"A\", \"project_id\": \"p1\", \"estimate_hours\": 1.5}");
    owner.put(
        "/api/v1/tasks/t2", "{\"name\": \"B\", \"project_id\": \"p1\", \"estimate_hours\": 2}");
    enter(
        member,
        "{\"log_date\": \"2026-04-06\", \"hours\": 3, \"task_id\": \"t1\", \"project_id\": \"p1\"}");
    approveAll();
    enter(member, "{\"log_date\": \"2026-04-13\", \"hours\": 9, \"project_id\": \"p1\"}");

    JsonNode projects = owner.get(REPORTS + "/estimate-vs-actual").requireStatus(200).data();
    JsonNode tasks =
        owner
            .get(REPORTS + "/estimate-vs-actual?dimension=task&project_id=p1")
            .requireStatus(200)
            .data();

    assertThat(texts(projects, "dimension_id")).containsExactly("p1", "p2");
    assertThat(texts(projects, "estimate_hours")).containsExactly("10", "null");
    assertThat(texts(projects, "tasks_estimate_hours")).containsExactly("3.5", "null");
    assertThat(texts(projects, "approved_delta_hours")).containsExactly("-7", "null");
    assertThat(texts(projects, "tracked_delta_hours")).containsExactly("2", "null");
    assertThat(texts(projects, "tracked_ratio")).containsExactly("1.2", "null");
    assertThat(texts(tasks, "dimension_id")).containsExactly("t1", "t2");
    assertThat(texts(tasks, "approved_hours")).containsExactly("3", "0");
    assertThat(texts(tasks, "approved_ratio")).containsExactly("2", "0");
    assertThat(
            texts(owner.get(REPORTS + "/estimate-vs-actual?project_id=p2").data(), "dimension_id"))
        .containsExactly("p2");
    assertThat(member.get(REPORTS + "/estimate-vs-actual").status()).isEqualTo(403);
  }

  @Test
  void countsRevenueOfApprovedTimeAndCostOfAllOfIt() {
    rate("\"user_id\": \"u_m\", \"hourly_rate\": 100, \"cost_rate\": 40.125");
    rate("\"user_id\": \"u_owner\", \"hourly_rate\": 80, \"cost_rate\": 30, \"currency\": \"EUR\"");
    enter(member, billable("2026-04-06", "1.5"));
    approveAll();
    enter(member, billable("2026-04-14", "2"));
    enter(owner, billable("2026-04-14", "1"));

    JsonNode project =
        owner.get(REPORTS + "/profitability?" + APRIL).requireStatus(200).data().get(0);
    JsonNode whole =
        owner.get(REPORTS + "/profitability?dimension=workspace&" + APRIL).data().get(0);
    JsonNode members = owner.get(REPORTS + "/profitability?dimension=user&" + APRIL).data();

    JsonNode amounts = project.required("amounts");
    assertThat(texts(amounts, "currency")).containsExactly("EUR", "USD");
    assertThat(texts(amounts, "revenue")).containsExactly("0", "150");
    assertThat(texts(amounts, "cost")).containsExactly("30", "140.44");
    assertThat(texts(amounts, "margin")).containsExactly("-30", "9.56");
    assertThat(texts(amounts, "margin_ratio")).containsExactly("null", "0.0637");
    assertThat(whole.required("amounts")).isEqualTo(amounts);
    assertThat(texts(members, "dimension_id")).containsExactly("u_m", "u_owner");
    assertThat(workspace.member("u_boss", "manager").get(REPORTS + "/profitability?" + APRIL))
        .extracting(Answer::status)
        .isEqualTo(403);
  }

  @Test
  void breaksTheTimeOnARecordDownByStageAndKeepsItExactUnderEdits() {
    String first = enter(member, onCandidate("2026-04-06", "1", "stage:screening"));
    enter(owner, onCandidate("2026-04-08", "2", "stage:interview\", \"stage:screening"));
    String deleted = enter(owner, onCandidate("2026-04-09", "4", "stage:interview"));
    enter(owner, onCandidate("2026-04-10", "8", "lunch"));
    owner.delete("/api/v1/time-entries/" + deleted).requireStatus(200);
    member
        .patch("/api/v1/time-entries/" + first, "{\"tags\": [\"stage:offer\"], \"hours\": 0.5}")
        .requireStatus(200);
    String path = "/api/v1/time/records/candidate/c_7";

    owner.get("/api/v1/time-entries/" + first).requireStatus(200);
    JsonNode record = read(path, 3);
    JsonNode own = member.get(path).requireStatus(200).data();

    assertThat(record.required("total_hours").decimalValue()).isEqualByComparingTo("10.5");
    JsonNode stages = record.required("stages");
    assertThat(texts(stages, "stage")).containsExactly("offer", "interview", "null");
    assertThat(texts(stages, "total_hours")).containsExactly("0.5", "2", "8");
    assertThat(texts(stages, "first_day")).containsExactly("2026-04-06", "2026-04-08", "null");
    assertThat(texts(record.required("recent_entries"), "log_date"))
        .containsExactly("2026-04-10", "2026-04-08", "2026-04-06");
    assertThat(own.has("total_seconds")).isFalse();
    assertThat(own.has("stages")).isFalse();
    assertThat(texts(own.required("recent_entries"), "id")).containsExactly(first);
    assertThat(owner.get("/api/v1/time/records/candidate/c_8").data().required("entries").asInt())
        .isZero();
    assertThat(owner.get("/api/v1/time/records/candidate/c").data().required("stages").size())
        .isZero();
    assertThat(owner.get(path + "?recent=1").data().required("recent_entries").size()).isEqualTo(1);
    assertThat(owner.get("/api/v1/time/records/internal/x").errorCode())
        .isEqualTo("invalid_parameter");
  }

  @Test
  void refusesRangesThatItCannotAnswer() {
    for (String range :
        List.of(
            "/utilization",
            "/utilization?from=2026-04-01",
            "/profitability?to=2026-04-01",
            "/profitability?from=2026-04-02&to=2026-04-01",
            "/summary?from=2000-01-01&to=2026-01-01",
            "/rollups?from=2000-01-01&to=2026-01-01",
            "/rollups?bucket=year",
            "/estimate-vs-actual?dimension=user",
            "/profitability?dimension=stage&" + APRIL)) {
      Answer answer = owner.get(REPORTS + range);
      assertThat(answer.status()).as(range).isEqualTo(400);
      assertThat(answer.errorCode()).as(range).isEqualTo("invalid_parameter");
    }
  }

  /// The member's writes are in what the owner reads once the member sees them.
  private JsonNode read(String path, int entries) {
    member.get("/api/v1/time-entries").requireStatus(200);
    JsonNode data = owner.get(path).requireStatus(200).data();
    assertThat(data.required("entries").asInt()).isEqualTo(entries);
    return data;
  }

  private void approveAll() {
    for (JsonNode sheet : member.get("/api/v1/timesheets").data()) {
      String path = "/api/v1/timesheets/" + sheet.required("id").asString();
      member.post(path + "/submit").requireStatus(200);
      owner.post(path + "/approve").requireStatus(200);
    }
  }

  private void rate(String fields) {
    owner
        .post("/api/v1/time/rates", "{%s, \"effective_from\": \"2020-01-01\"}".formatted(fields))
        .requireStatus(201);
  }

  private static String billable(String day, String hours) {
    return "{\"log_date\": \"%s\", \"hours\": %s, \"project_id\": \"p1\", \"billable\": true}"
        .formatted(day, hours);
  }

  private static String onCandidate(String day, String hours, String tag) {
    return """
    {"log_date": "%s", "hours": %s, "entity_type": "candidate", "entity_id": "c_7", "tags": ["%s"]}
    """
        .formatted(day, hours, tag);
  }

  /// Everybody sees it: reads wait for the reader's own writes alone, and the next reader is often
  /// somebody else.
  private String enter(ApiClient client, String body) {
    Answer created = client.post("/api/v1/time-entries", body).requireStatus(201);
    String token = created.header("X-Consistency-Token").orElseThrow();
    owner.get(REPORTS + "/summary", "X-Consistency-Token", token).requireStatus(200);
    return created.data().required("id").asString();
  }

  /// Numbers without trailing zeros.
  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.required(field))
        .map(
            value ->
                value.isNumber()
                    ? value.decimalValue().stripTrailingZeros().toPlainString()
                    : value.isNull() ? "null" : value.asString())
        .toList();
  }
}
