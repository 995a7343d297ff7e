package io.timeledger.twin.graph;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.push.PushSender;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MeetingChanged;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes, renews and ends subscriptions and sends their notifications.
public final class GraphSubscriptions {
  private static final String BASE = "/microsoft/v1.0/subscriptions";

  private final GraphAccess access;
  private final PushSender sender;
  private final InstantSource clock;
  private final Map<String, GraphSubscription> subscriptions = new ConcurrentHashMap<>();

  GraphSubscriptions(GraphAccess access, PushSender sender, InstantSource clock) {
    this.access = access;
    this.sender = sender;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .on("POST", BASE, this::create)
        .on("GET", BASE + "/{id}", call -> HttpAnswer.json(200, own(call).json()))
        .on("PATCH", BASE + "/{id}", this::renew)
        .on("POST", BASE + "/{id}/reauthorize", this::reauthorize)
        .on("DELETE", BASE + "/{id}", this::end);
  }

  /// Sends a lifecycle event; a subscription that is told to be removed is.
  public void tell(String event, Predicate<Mailbox> whose) {
    subscriptions.values().stream()
        .filter(subscription -> whose.test(subscription.mailbox()))
        .forEach(
            subscription -> {
              if (event.equals("subscriptionRemoved")) {
                subscriptions.remove(subscription.id());
              }
              subscription.lifecycle(event).ifPresent(sender::send);
            });
  }

  void tell(MeetingChanged change) {
    subscriptions
        .values()
        .removeIf(subscription -> !subscription.expiresAt().isAfter(clock.instant()));
    subscriptions.values().stream()
        .filter(subscription -> subscription.wants(change))
        .forEach(subscription -> sender.send(subscription.notification(change)));
  }

  private HttpAnswer create(Call call) {
    GraphSubscription subscription =
        new SubscriptionBody(call.json(), clock.instant()).read(access.mailbox(call));
    Handshake handshake = new Handshake(sender);
    Stream<URI> urls =
        Stream.concat(
            Stream.of(subscription.notificationUrl()), subscription.lifecycleUrl().stream());
    for (URI url : urls.toList()) {
      if (!handshake.succeeds(subscription, url)) {
        throw GraphErrors.badRequest(
            "ValidationError", "Subscription validation request failed: " + url.getHost());
      }
    }
    subscriptions.put(subscription.id(), subscription);
    return HttpAnswer.json(201, subscription.json());
  }

  private HttpAnswer renew(Call call) {
    GraphSubscription renewed =
        own(call).until(new SubscriptionBody(call.json(), clock.instant()).expiry());
    subscriptions.put(renewed.id(), renewed);
    return HttpAnswer.json(200, renewed.json());
  }

  private HttpAnswer reauthorize(Call call) {
    own(call);
    return HttpAnswer.empty(204);
  }

  private HttpAnswer end(Call call) {
    subscriptions.remove(own(call).id());
    return HttpAnswer.empty(204);
  }

  private GraphSubscription own(Call call) {
    Mailbox mailbox = access.mailbox(call);
    return Optional.ofNullable(subscriptions.get(call.variable("id")))
        .filter(found -> found.mailbox().equals(mailbox))
        .filter(found -> found.expiresAt().isAfter(clock.instant()))
        .orElseThrow(GraphErrors::notFound);
  }
}
