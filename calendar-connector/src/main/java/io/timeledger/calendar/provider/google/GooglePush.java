package io.timeledger.calendar.provider.google;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Channels that watch the events of a calendar. They cannot be prolonged. Thread-safe.
public final class GooglePush implements PushProvider {
  private static final Duration LIFE = Duration.ofDays(7);

  private final JsonApi api;

  /// @param api its base ends with `/calendar/v3`
  public GooglePush(JsonApi api) {
    this.api = api;
  }

  @Override
  public boolean prolongs() {
    return false;
  }

  @Override
  public OpenChannel open(Access access, CalendarRef calendar, ChannelRequest request, Instant now)
      throws ProviderException {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("id", request.id())
            .put("type", "web_hook")
            .put("address", request.notifications().toString())
            .put("token", request.secret());
    body.putObject("params").put("ttl", Long.toString(LIFE.toSeconds()));
    String id = URLEncoder.encode(calendar.value(), StandardCharsets.UTF_8).replace("+", "%20");
    JsonAnswer answer = post(access, "/calendars/" + id + "/events/watch", body);
    if (!answer.isSuccess()) {
      throw new ProviderException(GoogleFaults.of(answer));
    }
    return channel(request, answer.body());
  }

  @Override
  public Optional<Instant> prolong(Access access, OpenChannel channel, Instant now) {
    throw new UnsupportedOperationException("Google prolongs no channel");
  }

  @Override
  public void close(Access access, OpenChannel channel) throws ProviderException {
    JsonAnswer answer =
        post(
            access,
            "/channels/stop",
            Json.MAPPER
                .createObjectNode()
                .put("id", channel.id())
                .put("resourceId", channel.resourceRef()));
    if (!answer.isSuccess() && answer.status() != 404) {
      throw new ProviderException(GoogleFaults.of(answer));
    }
  }

  private JsonAnswer post(Access access, String path, ObjectNode body) throws ProviderException {
    return api.call("POST", access, api.at(path), Map.of(), body);
  }

  private static OpenChannel channel(ChannelRequest request, JsonNode body)
      throws ProviderException {
    try {
      String resource = JsonFields.text(body, "resourceId");
      Instant end = expiry(JsonFields.text(body, "expiration"));
      if (resource != null && end != null) {
        return new OpenChannel(request.id(), resource, end);
      }
    } catch (UnreadableItemException e) {
      // as without the field
    }
    throw new ProviderException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
  }

  /// @param text milliseconds since the epoch
  private static @Nullable Instant expiry(@Nullable String text) {
    try {
      return text == null ? null : Instant.ofEpochMilli(Long.parseLong(text));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
