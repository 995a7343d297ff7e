package io.timeledger.acceptance.calendar;

import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinConsent;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A member with accounts at the twin.
///
/// @param accounts in the order in which they are connected
public record TrialMember(RestSession session, String id, List<TwinAccount> accounts) {
  private static final String CALENDAR = "/api/v1/time/calendar";

  public TrialMember {
    accounts = List.copyOf(accounts);
  }

  /// Signs in at each account and connects it.
  public void connect() {
    for (TwinAccount account : accounts) {
      String key = UUID.randomUUID().toString();
      String body = "{\"ticket\": \"%s\"}".formatted(ticket(account));
      require(session.postUntilDecided(CALENDAR + "/connections", body, key).status() == 201);
    }
  }

  /// Dismisses a block.
  public void dismiss(String block) {
    require(session.post(CALENDAR + "/blocks/" + block + "/dismiss", "").status() / 100 == 2);
  }

  /// The connections, as their owner sees them.
  public List<JsonNode> connections() {
    return session.all(CALENDAR + "/connections");
  }

  private String ticket(TwinAccount account) {
    String body = "{\"provider\": \"%s\"}".formatted(account.provider());
    String page =
        RestClient.require(
                session.api(), session.token(), "POST", CALENDAR + "/authorizations", body)
            .path("authorize_url")
            .asString("");
    JsonNode json = RestClient.JSON.readTree(TwinConsent.answer(page, account));
    return (json.has("data") ? json.path("data") : json).path("ticket").asString();
  }

  private void require(boolean done) {
    if (!done) {
      throw new IllegalStateException("refused: a request of " + id);
    }
  }
}
