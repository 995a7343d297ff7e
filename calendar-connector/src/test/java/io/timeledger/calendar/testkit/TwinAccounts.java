package io.timeledger.calendar.testkit;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import io.timeledger.twin.script.TwinAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Accounts at the provider twin.
public final class TwinAccounts implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));

  /// Settings of a connector with the twin as both providers.
  public List<String> settings() {
    return List.of(new TwinSignIn(twin.url()).settings());
  }

  /// The ticket of an account that has signed in and consented.
  public String ticket(Provider provider, String account) {
    return new TwinSignIn(twin.url())
        .ticket(new TwinAccount(provider.name().toLowerCase(Locale.ROOT), account));
  }

  /// A meeting of half an hour in the account's primary calendar.
  ///
  /// @return its id
  public String meeting(Provider provider, String account, String title, Instant start) {
    ObjectNode body =
        selection(provider, account)
            .put("title", title)
            .put("start", start.toString())
            .put("end", start.plusSeconds(1_800).toString());
    return control("POST", "/events", body).required("id").asString();
  }

  public void move(Provider provider, String account, String id, Instant start) {
    control(
        "PATCH",
        "/events/" + id,
        selection(provider, account)
            .put("start", start.toString())
            .put("end", start.plusSeconds(1_800).toString()));
  }

  public void fault(String kind, int times) {
    control(
        "POST", "/faults", Json.MAPPER.createObjectNode().put("kind", kind).put("times", times));
  }

  public void lifecycle(String account, String event) {
    control("POST", "/lifecycle", selection(Provider.MICROSOFT, account).put("event", event));
  }

  /// How often the account called a method and path.
  public long calls(String account, String method, String path) {
    return control("GET", "/requests", Json.MAPPER.createObjectNode())
        .required("requests")
        .valueStream()
        .filter(call -> account.equals(call.path("account").asString("")))
        .filter(call -> method.equals(call.path("method").asString("")))
        .filter(call -> call.path("path").asString("").matches(path))
        .count();
  }

  /// How many pushes to the account's watchers were delivered.
  public long delivered(String account) {
    return control("GET", "/pushes", Json.MAPPER.createObjectNode())
        .required("pushes")
        .valueStream()
        .filter(push -> account.equals(push.path("account").asString("")))
        .filter(push -> push.path("status").asInt(0) / 100 == 2)
        .count();
  }

  @Override
  public void close() {
    twin.close();
  }

  private static ObjectNode selection(Provider provider, String account) {
    return Json.MAPPER
        .createObjectNode()
        .put("provider", provider.name().toLowerCase(Locale.ROOT))
        .put("account", account);
  }

  private JsonNode control(String method, String path, ObjectNode body) {
    HttpResponse<String> response =
        send(method, "/control" + path, body.isEmpty() ? "" : body.toString());
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + response.body());
    }
    return Json.MAPPER.readTree(response.body().isEmpty() ? "{}" : response.body());
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(twin.url() + path))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
