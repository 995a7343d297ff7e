package io.timeledger.acceptance.calendar;

import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestSession;
import io.timeledger.twin.script.TwinAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A member with accounts at the twin.
///
/// @param accounts in the order in which they are connected
public record TrialMember(RestSession session, String id, List<TwinAccount> accounts) {
  private static final String CALENDAR = "/api/v1/time/calendar";
  private static final HttpClient BROWSER =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.ALWAYS)
          .build();

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
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page + "&login_hint=" + account.address()))
            .header("Accept", "application/json")
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      String answer = BROWSER.send(request, BodyHandlers.ofString()).body();
      JsonNode json = RestClient.JSON.readTree(answer);
      return (json.has("data") ? json.path("data") : json).path("ticket").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void require(boolean done) {
    if (!done) {
      throw new IllegalStateException("refused: a request of " + id);
    }
  }
}
