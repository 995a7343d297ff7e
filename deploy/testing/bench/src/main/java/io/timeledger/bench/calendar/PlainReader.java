package io.timeledger.bench.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.harness.rest.RestClient;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinConsent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A baseline that takes an afternoon to write: reads the accounts one after the other, each page
/// in a transaction, and polls with sync tokens. No fold, no log, no pace, no retries.
final class PlainReader implements AutoCloseable {
  private static final String SCOPE = "https://www.googleapis.com/auth/calendar.readonly";
  private static final String CLIENT = "client_id=plain&client_secret=plain";
  private static final String REDIRECT = "http://127.0.0.1:9/callback";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CREATE =
      """
      create table if not exists plain_event (
        account text, id text, title text, started_at text, ended_at text, body text,
        primary key (account, id))
      """;
  private static final String PUT =
      """
      insert into plain_event values (?, ?, ?, ?, ?, ?)
      on conflict (account, id) do update set
        title = excluded.title, started_at = excluded.started_at, ended_at = excluded.ended_at,
        body = excluded.body
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI twin;
  private final Connection database;
  private final Map<String, String> accessTokens = new LinkedHashMap<>();
  private final Map<String, String> syncTokens = new LinkedHashMap<>();

  PlainReader(URI twin, Connection database) {
    this.twin = twin;
    this.database = database;
  }

  void signIn(List<TwinAccount> accounts) throws IOException, InterruptedException {
    String authorize =
        twin
            + "/google/o/oauth2/v2/auth?client_id=plain&response_type=code&state=s&scope="
            + encoded(SCOPE)
            + "&redirect_uri="
            + encoded(REDIRECT);
    for (TwinAccount account : accounts) {
      Matcher code = CODE.matcher(TwinConsent.redirect(authorize, account).toString());
      if (!code.find()) {
        throw new IllegalStateException("no code for " + account);
      }
      String form =
          CLIENT
              + "&grant_type=authorization_code&redirect_uri="
              + encoded(REDIRECT)
              + "&code="
              + code.group(1);
      HttpRequest request =
          HttpRequest.newBuilder(twin.resolve("/google/token"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      accessTokens.put(account.address(), json(request).path("access_token").asString());
    }
  }

  /// Reads all events of all accounts.
  ///
  /// @return how many
  int read() throws IOException, InterruptedException, SQLException {
    try (PreparedStatement create = database.prepareStatement(CREATE);
        PreparedStatement empty = database.prepareStatement("truncate plain_event")) {
      create.execute();
      empty.execute();
    }
    int read = 0;
    Instant now = Instant.now();
    String query =
        "singleEvents=true&maxResults=250&timeMin=%s&timeMax=%s"
            .formatted(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(14)));
    for (String account : accessTokens.keySet()) {
      String page = "";
      do {
        JsonNode body = events(account, query + page);
        read += store(account, body.path("items"));
        page = "&pageToken=" + encoded(body.path("nextPageToken").asString(""));
        if (body.has("nextSyncToken")) {
          syncTokens.put(account, body.path("nextSyncToken").asString());
          page = "";
        }
      } while (!page.isEmpty());
    }
    return read;
  }

  /// Asks each account once for changes.
  ///
  /// @return how many accounts
  int poll() throws IOException, InterruptedException {
    for (Map.Entry<String, String> account : syncTokens.entrySet()) {
      JsonNode body =
          events(
              account.getKey(),
              "singleEvents=true&maxResults=250&syncToken=" + encoded(account.getValue()));
      account.setValue(body.path("nextSyncToken").asString());
    }
    return syncTokens.size();
  }

  @Override
  public void close() {
    http.close();
  }

  private int store(String account, JsonNode items) throws SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement put = database.prepareStatement(PUT)) {
      for (JsonNode item : items) {
        put.setString(1, account);
        put.setString(2, item.path("id").asString());
        put.setString(3, item.path("summary").asString(""));
        put.setString(4, item.path("start").toString());
        put.setString(5, item.path("end").toString());
        put.setString(6, item.toString());
        put.addBatch();
      }
      put.executeBatch();
      database.commit();
    } finally {
      database.setAutoCommit(true);
    }
    return items.size();
  }

  private JsonNode events(String account, String query) throws IOException, InterruptedException {
    return json(
        HttpRequest.newBuilder(
                URI.create(twin + "/google/calendar/v3/calendars/primary/events?" + query))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + accessTokens.get(account))
            .build());
  }

  private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "%s: %d %s".formatted(request.uri().getPath(), response.statusCode(), response.body()));
    }
    return RestClient.JSON.readTree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
