package io.timeledger.twin.graph;

import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.push.PushAddress;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a subscription shall be.
record SubscriptionBody(ObjectNode body, Instant now) {
  private static final Duration SHORTEST = Duration.ofMinutes(45);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int LONGEST_STATE = 128;
  private static final Set<String> TYPES = Set.of("created", "updated", "deleted");
  private static final Pattern RESOURCE = Pattern.compile("/?me(?:/calendars/([^/]+))?/events/?");

  GraphSubscription read(Mailbox mailbox) {
    String resource = text("resource");
    TreeSet<String> types = new TreeSet<>(Arrays.asList(text("changeType").split(",", -1)));
    if (!TYPES.containsAll(types)) {
      throw wrong("changeType");
    }
    return new GraphSubscription(
        UUID.randomUUID().toString(),
        mailbox,
        calendar(mailbox, resource),
        resource,
        types,
        url("notificationUrl").orElseThrow(() -> wrong("notificationUrl")),
        url("lifecycleNotificationUrl"),
        clientState(),
        expiry());
  }

  /// Too early is put off; too late is refused.
  Instant expiry() {
    try {
      Instant asked = OffsetDateTime.parse(text("expirationDateTime")).toInstant();
      if (asked.isAfter(now.plus(LONGEST).plusSeconds(60))) {
        throw GraphErrors.badRequest(
            "ExtensionError",
            "Subscription expiration can only be %d minutes in the future."
                .formatted(LONGEST.toMinutes()));
      }
      Instant earliest = now.plus(SHORTEST);
      return asked.isBefore(earliest) ? earliest : asked;
    } catch (DateTimeException e) {
      throw wrong("expirationDateTime");
    }
  }

  private static TwinCalendar calendar(Mailbox mailbox, String resource) {
    Matcher found = RESOURCE.matcher(resource);
    if (!found.matches()) {
      throw wrong("resource");
    }
    return found.group(1) == null
        ? mailbox.primary()
        : mailbox.find(found.group(1)).orElseThrow(GraphErrors::notFound);
  }

  private Optional<URI> url(String field) {
    if (!body.hasNonNull(field)) {
      return Optional.empty();
    }
    return Optional.of(PushAddress.parse(text(field)).orElseThrow(() -> wrong(field)));
  }

  private Optional<String> clientState() {
    Optional<String> state = Trees.text(body, "clientState");
    if (state.filter(text -> text.length() > LONGEST_STATE).isPresent()) {
      throw wrong("clientState");
    }
    return state;
  }

  private String text(String field) {
    return body.path(field).asString("");
  }

  private static RefusedException wrong(String field) {
    return GraphErrors.badRequest("ValidationError", field + " is missing or wrong.");
  }
}
