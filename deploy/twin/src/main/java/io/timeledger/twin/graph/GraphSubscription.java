package io.timeledger.twin.graph;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.push.PushMessage;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MeetingChanged;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.Vendor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A subscription to the changes of a calendar.
record GraphSubscription(
    String id,
    Mailbox mailbox,
    TwinCalendar calendar,
    String resource,
    Set<String> changeTypes,
    URI notificationUrl,
    Optional<URI> lifecycleUrl,
    Optional<String> clientState,
    Instant expiresAt) {

  GraphSubscription until(Instant expiry) {
    return new GraphSubscription(
        id,
        mailbox,
        calendar,
        resource,
        changeTypes,
        notificationUrl,
        lifecycleUrl,
        clientState,
        expiry);
  }

  boolean wants(MeetingChanged change) {
    return change.calendar() == calendar && changeTypes.contains(word(change));
  }

  PushMessage notification(MeetingChanged change) {
    String path = "Users/%s/Events/%s".formatted(mailbox.subject(), change.meeting());
    ObjectNode data =
        Trees.object()
            .put("@odata.type", "#Microsoft.Graph.Event")
            .put("@odata.id", path)
            .put("id", change.meeting());
    ObjectNode value = base().put("changeType", word(change)).put("resource", path);
    value.set("resourceData", data);
    return message(notificationUrl, value);
  }

  /// @param event `missed`, `subscriptionRemoved` or `reauthorizationRequired`
  Optional<PushMessage> lifecycle(String event) {
    return lifecycleUrl.map(
        url -> message(url, base().put("lifecycleEvent", event).put("resource", resource)));
  }

  PushMessage handshake(URI url) {
    return new PushMessage(
        Vendor.MICROSOFT,
        mailbox.email(),
        id,
        url,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        "");
  }

  ObjectNode json() {
    ObjectNode json =
        Trees.object()
            .put("id", id)
            .put("resource", resource)
            .put("changeType", String.join(",", changeTypes))
            .put("notificationUrl", notificationUrl.toString())
            .put("expirationDateTime", expiresAt.toString())
            .put("creatorId", mailbox.subject());
    lifecycleUrl.ifPresent(url -> json.put("lifecycleNotificationUrl", url.toString()));
    clientState.ifPresent(state -> json.put("clientState", state));
    return json;
  }

  private ObjectNode base() {
    ObjectNode json =
        Trees.object()
            .put("subscriptionId", id)
            .put("subscriptionExpirationDateTime", expiresAt.toString())
            .put("tenantId", mailbox.tenant());
    clientState.ifPresent(state -> json.put("clientState", state));
    return json;
  }

  private PushMessage message(URI url, ObjectNode value) {
    ObjectNode body = Trees.object();
    body.set("value", Trees.array(List.of(value), only -> only));
    return new PushMessage(
        Vendor.MICROSOFT,
        mailbox.email(),
        id,
        url,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        body.toString());
  }

  private static String word(MeetingChanged change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }
}
