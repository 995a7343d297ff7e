package io.timeledger.twin.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.push.PushAddress;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MeetingChanged;
import io.timeledger.twin.state.TwinCalendar;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// Opens and stops channels and sends their messages. Channels cannot be listed or renewed.
final class GoogleChannels {
  private static final Duration USUAL_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LIFE = Duration.ofDays(30);

  private final GoogleAccess access;
  private final PushSender sender;
  private final InstantSource clock;
  private final Map<String, GoogleChannel> channels = new ConcurrentHashMap<>();

  GoogleChannels(GoogleAccess access, PushSender sender, InstantSource clock) {
    this.access = access;
    this.sender = sender;
    this.clock = clock;
  }

  HttpAnswer watch(Call call) {
    GoogleChannel channel = read(call);
    if (channels.putIfAbsent(channel.id(), channel) != null) {
      throw refused("channelIdNotUnique", "Channel id %s not unique".formatted(channel.id()));
    }
    sender.send(channel.message("sync"));
    return HttpAnswer.json(200, json(channel));
  }

  HttpAnswer stop(Call call) {
    Mailbox mailbox = access.mailbox(call, GoogleAccess.Area.EVENTS);
    ObjectNode body = call.json();
    String id = body.path("id").asString("");
    GoogleChannel found =
        Optional.ofNullable(channels.get(id))
            .filter(channel -> channel.mailbox().equals(mailbox))
            .filter(channel -> channel.resourceId().equals(body.path("resourceId").asString("")))
            .orElseThrow(GoogleErrors::notFound);
    channels.remove(found.id());
    return HttpAnswer.empty(204);
  }

  void tell(MeetingChanged change) {
    channels.values().removeIf(channel -> !channel.expiresAt().isAfter(clock.instant()));
    channels.values().stream()
        .filter(channel -> channel.calendar() == change.calendar())
        .forEach(channel -> sender.send(channel.message("exists")));
  }

  private GoogleChannel read(Call call) {
    Mailbox mailbox = access.mailbox(call, GoogleAccess.Area.EVENTS);
    TwinCalendar calendar = access.calendar(call);
    ObjectNode body = call.json();
    String id = body.path("id").asString("");
    if (!id.matches("[A-Za-z0-9_+/=-]{1,64}")) {
      throw refused("channelIdInvalid", "The channel id must have 1 to 64 characters.");
    }
    if (!body.path("type").asString("").equals("web_hook")) {
      throw refused("channelTypeInvalid", "The type must be web_hook.");
    }
    URI address =
        PushAddress.parse(body.path("address").asString(""))
            .orElseThrow(() -> refused("webhookUrlNotHttps", "WebHook callback must be HTTPS."));
    return new GoogleChannel(
        id,
        mailbox,
        calendar,
        address,
        Trees.text(body, "token"),
        resourceId(calendar),
        "%s/google/calendar/v3/calendars/%s/events?alt=json"
            .formatted(call.origin(), calendar.id()),
        expiry(body),
        new AtomicLong());
  }

  private Instant expiry(ObjectNode body) {
    Instant now = clock.instant();
    long ttl = body.path("params").path("ttl").asLong(USUAL_LIFE.toSeconds());
    Instant asked =
        Instant.ofEpochMilli(body.path("expiration").asLong(now.plusSeconds(ttl).toEpochMilli()));
    Instant longest = now.plus(LONGEST_LIFE);
    return asked.isAfter(longest) ? longest : asked;
  }

  private static ObjectNode json(GoogleChannel channel) {
    ObjectNode json =
        Trees.object()
            .put("kind", "api#channel")
            .put("id", channel.id())
            .put("resourceId", channel.resourceId())
            .put("resourceUri", channel.resourceUri())
            .put("expiration", Long.toString(channel.expiresAt().toEpochMilli()));
    channel.token().ifPresent(token -> json.put("token", token));
    return json;
  }

  /// The same for all channels of a calendar.
  private static String resourceId(TwinCalendar calendar) {
    return UUID.nameUUIDFromBytes(calendar.id().getBytes(UTF_8)).toString().replace("-", "");
  }

  private static RefusedException refused(String reason, String message) {
    return new RefusedException(GoogleErrors.of(400, "push", reason, message));
  }
}
