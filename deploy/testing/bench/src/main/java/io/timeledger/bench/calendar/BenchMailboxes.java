package io.timeledger.bench.calendar;

import io.timeledger.bench.calendar.CalendarOptions.Extent;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinConsent;
import io.timeledger.twin.script.TwinControl;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Accounts of Google at the twin, each of a member of its own.
///
/// @param meetings the last meeting of each account
record BenchMailboxes(List<TwinAccount> accounts, List<String> meetings) {
  private static final String CALENDAR = "/api/v1/time/calendar";
  private static final int EVENTS_A_DAY = 40;
  private static final Duration LENGTH = Duration.ofMinutes(20);

  /// Fills the accounts at the twin.
  static BenchMailboxes fill(TwinControl twin, Extent extent) {
    List<TwinAccount> accounts =
        IntStream.range(0, extent.accounts())
            .mapToObj(i -> new TwinAccount("google", "u%d@bench.example".formatted(i)))
            .toList();
    List<String> meetings =
        accounts.stream().map(account -> meetings(twin, account, extent.events())).toList();
    return new BenchMailboxes(accounts, meetings);
  }

  /// Signs each member in and connects the account.
  void connect(Cluster cluster, String workspace) {
    RestSession owner =
        RestSession.ofNewWorkspace(cluster.urls().getFirst(), cluster.operatorToken(), workspace);
    for (int i = 0; i < accounts.size(); i++) {
      connect(member(owner, "u_" + i), accounts.get(i));
    }
  }

  /// In the days before today, as many a day as fit.
  private static String meetings(TwinControl twin, TwinAccount account, int count) {
    Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
    String last = "";
    for (int i = 0; i < count; i++) {
      Instant start =
          today
              .minus(Duration.ofDays(i / EVENTS_A_DAY % 25))
              .plus(LENGTH.multipliedBy(i % EVENTS_A_DAY));
      last =
          twin.create(
              account
                  .body()
                  .put("title", "Meeting " + i)
                  .put("start", start.toString())
                  .put("end", start.plus(LENGTH).toString()));
    }
    return last;
  }

  private static RestSession member(RestSession owner, String id) {
    RestClient.require(
        owner.api(),
        owner.token(),
        "PUT",
        "/api/v1/members/" + id,
        "{\"name\": \"M\", \"email\": \"%s@bench.example\", \"role\": \"member\"}".formatted(id));
    JsonNode token =
        RestClient.require(
            owner.api(),
            owner.token(),
            "POST",
            "/api/v1/tokens",
            "{\"user_id\": \"%s\", \"name\": \"bench\"}".formatted(id));
    return new RestSession(owner.api(), token.path("secret").asString());
  }

  private static void connect(RestSession member, TwinAccount account) {
    JsonNode page =
        RestClient.require(
            member.api(),
            member.token(),
            "POST",
            CALENDAR + "/authorizations",
            "{\"provider\": \"google\"}");
    JsonNode answer =
        RestClient.JSON.readTree(
            TwinConsent.answer(page.path("authorize_url").asString(), account));
    String ticket = (answer.has("data") ? answer.path("data") : answer).path("ticket").asString();
    int status =
        member
            .postUntilDecided(
                CALENDAR + "/connections",
                "{\"ticket\": \"%s\"}".formatted(ticket),
                UUID.randomUUID().toString())
            .status();
    if (status != 201) {
      throw new IllegalStateException("connecting %s: status %d".formatted(account, status));
    }
  }
}
