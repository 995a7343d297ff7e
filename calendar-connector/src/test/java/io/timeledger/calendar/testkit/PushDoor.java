package io.timeledger.calendar.testkit;

import io.timeledger.calendar.testkit.JsonServer.Request;
import io.timeledger.calendar.testkit.JsonServer.Response;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Takes pushes as the API does, and publishes what it would.
public final class PushDoor implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile(Pattern.quote(PushRoute.PREFIX) + "(google|microsoft)/([^/]+)/([^/]+)");
  private static final Response WRONG = new Response(404, Map.of(), "");

  private final JsonServer server = new JsonServer();
  private final LedgerStandIn ledger;

  public PushDoor(LedgerStandIn ledger) {
    this.ledger = ledger;
    server.follow(this::answer);
  }

  /// The public URL.
  public String url() {
    return server.base().resolve("/").toString();
  }

  @Override
  public void close() {
    server.close();
  }

  private Response answer(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return WRONG;
    }
    PushRoute route =
        new PushRoute(
            Provider.valueOf(path.group(1).toUpperCase(Locale.ROOT)),
            new WorkspaceId(path.group(2)),
            new CalendarId(path.group(3)));
    return route.provider() == Provider.GOOGLE
        ? google(route, request.headers())
        : microsoft(route, request);
  }

  private Response google(PushRoute route, Map<String, String> headers) {
    String token = headers.getOrDefault("x-goog-channel-token", "");
    String channel = headers.getOrDefault("x-goog-channel-id", "");
    if (ledger.channelSecrets().channel(route, token).filter(channel::equals).isEmpty()) {
      return WRONG;
    }
    if (!"sync".equals(headers.get("x-goog-resource-state"))) {
      publish(route, false);
    }
    return new Response(204, Map.of(), "");
  }

  private Response microsoft(PushRoute route, Request request) {
    String handshake = request.query().get("validationToken");
    if (handshake != null) {
      return new Response(200, Map.of("Content-Type", "text/plain"), handshake);
    }
    for (JsonNode item : Json.MAPPER.readTree(request.body()).path("value")) {
      String state = item.path("clientState").asString("");
      if (ledger.channelSecrets().channel(route, state).isPresent()) {
        String event = item.path("lifecycleEvent").asString("");
        publish(
            route, event.equals("subscriptionRemoved") || event.equals("reauthorizationRequired"));
        return new Response(202, Map.of(), "");
      }
    }
    return WRONG;
  }

  private void publish(PushRoute route, boolean renewChannel) {
    ledger.ask(
        route.workspaceId(),
        "cmd_" + UUID.randomUUID(),
        new CalendarDue(route.calendarId(), renewChannel));
  }
}
