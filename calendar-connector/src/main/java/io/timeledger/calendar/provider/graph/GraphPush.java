package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.ChannelRequest;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.OpenChannel;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.PushProvider;
import io.timeledger.calendar.provider.UnreadableItemException;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import io.timeledger.calendar.provider.rest.JsonApi;
import io.timeledger.calendar.provider.rest.JsonFields;
import io.timeledger.schemas.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Subscriptions to the events of a calendar. Thread-safe.
public final class GraphPush implements PushProvider {
  // The longest life that every version of the service has granted; it refuses longer ones.
  private static final Duration LIFE = Duration.ofHours(70);

  private final GraphRequests requests;

  public GraphPush(JsonApi api) {
    this.requests = new GraphRequests(api);
  }

  @Override
  public boolean prolongs() {
    return true;
  }

  /// Graph calls both addresses before it answers.
  @Override
  public OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException {
    ObjectNode body =
        lasting(now)
            .put("changeType", "created,updated,deleted")
            .put("notificationUrl", request.notifications().toString())
            .put("lifecycleNotificationUrl", request.lifecycle().toString())
            .put("resource", requests.watched(calendar))
            .put("clientState", request.secret());
    JsonAnswer answer = requests.send("POST", access, requests.subscriptions(), body);
    require(answer);
    try {
      String id = JsonFields.id(answer.body(), "id");
      return new OpenChannel(request.id(), id, expiry(answer.body()));
    } catch (UnreadableItemException e) {
      throw unexpected();
    }
  }

  @Override
  public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now)
      throws ProviderException {
    JsonAnswer answer =
        requests.send("PATCH", access, requests.subscription(channel.resourceRef()), lasting(now));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    require(answer);
    try {
      return Optional.of(expiry(answer.body()));
    } catch (UnreadableItemException e) {
      throw unexpected();
    }
  }

  @Override
  public void close(Access access, OpenChannel channel) throws ProviderException {
    JsonAnswer answer =
        requests.send("DELETE", access, requests.subscription(channel.resourceRef()), null);
    if (answer.status() != 404) {
      require(answer);
    }
  }

  private static ObjectNode lasting(Instant now) {
    Instant end = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
    return Json.MAPPER.createObjectNode().put("expirationDateTime", end.toString());
  }

  private static Instant expiry(JsonNode subscription) {
    String text = JsonFields.text(subscription, "expirationDateTime");
    if (text == null) {
      throw new UnreadableItemException("expiry_missing");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UnreadableItemException("expiry_invalid");
    }
  }

  private static void require(JsonAnswer answer) throws ProviderException {
    if (!answer.isSuccess()) {
      throw new ProviderException(GraphFault.ofCalendar(answer));
    }
  }

  private static ProviderException unexpected() {
    return new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }
}
