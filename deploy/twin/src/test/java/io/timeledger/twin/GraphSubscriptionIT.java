package io.timeledger.twin;

import static io.timeledger.twin.ControlClient.body;
import static io.timeledger.twin.ControlClient.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.subscriptions.item.SubscriptionItemRequestBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Microsoft's client subscribes, renews and unsubscribes.
class GraphSubscriptionIT {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.fixed(NOW)));
  private final ControlClient control = new ControlClient(twin.url());
  private final GraphServiceClient graph = new GraphMember(twin.url()).graph();

  @AfterEach
  void close() {
    twin.close();
  }

  @Test
  void notifiesOfChangesWithTheSecret() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      Subscription subscription = subscribe(receiver, Duration.ofHours(1));

      String event =
          control.create(meeting("New", "2026-03-02T09:00:00Z").put("provider", "microsoft"));

      JsonNode notification = read(receiver.next());
      assertThat(notification.path("subscriptionId").asString()).isEqualTo(subscription.getId());
      assertThat(notification.path("changeType").asString()).isEqualTo("created");
      assertThat(notification.path("clientState").asString()).isEqualTo("state");
      assertThat(notification.at("/resourceData/id").asString()).isEqualTo(event);
      assertThat(notification.toString()).doesNotContain("New");
    }
  }

  @Test
  void wantsTheEchoOfAToken() throws Exception {
    try (PushReceiver receiver = new PushReceiver(false)) {
      assertThat(error(() -> subscribe(receiver, Duration.ofHours(1))))
          .isEqualTo("400 ValidationError");
    }
  }

  @Test
  void raisesAShortLifeAndRefusesALongOne() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      assertThat(subscribe(receiver, Duration.ofMinutes(1)).getExpirationDateTime())
          .isEqualTo(OffsetDateTime.parse("2026-03-02T08:45:00Z"));
      assertThat(error(() -> subscribe(receiver, Duration.ofDays(8))))
          .isEqualTo("400 ExtensionError");
    }
  }

  @Test
  void renewsAndEnds() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      String id = Objects.requireNonNull(subscribe(receiver, Duration.ofHours(1)).getId());
      SubscriptionItemRequestBuilder at = graph.subscriptions().bySubscriptionId(id);

      Subscription longer = new Subscription();
      longer.setExpirationDateTime(NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
      at.patch(longer);
      control.post("/control/clock", body().put("advance_seconds", 3_000));
      assertThat(Objects.requireNonNull(at.get()).getExpirationDateTime())
          .isEqualTo(longer.getExpirationDateTime());

      at.delete();
      assertThat(error(at::get)).isEqualTo("404 ErrorItemNotFound");
    }
  }

  @Test
  void tellsOfItsLife() throws Exception {
    try (PushReceiver receiver = new PushReceiver(true)) {
      String id = Objects.requireNonNull(subscribe(receiver, Duration.ofHours(1)).getId());

      control.post("/control/lifecycle", body().put("event", "missed"));
      assertThat(read(receiver.next()).path("lifecycleEvent").asString()).isEqualTo("missed");

      control.post("/control/lifecycle", body().put("event", "subscriptionRemoved"));
      assertThat(read(receiver.next()).path("lifecycleEvent").asString())
          .isEqualTo("subscriptionRemoved");
      assertThat(error(() -> graph.subscriptions().bySubscriptionId(id).get()))
          .isEqualTo("404 ErrorItemNotFound");
    }
  }

  private Subscription subscribe(PushReceiver receiver, Duration life) {
    Subscription subscription = new Subscription();
    subscription.setChangeType("created,updated,deleted");
    subscription.setNotificationUrl(receiver.url());
    subscription.setLifecycleNotificationUrl(receiver.url() + "/lifecycle");
    subscription.setResource("/me/events");
    subscription.setClientState("state");
    subscription.setExpirationDateTime(NOW.plus(life).atOffset(ZoneOffset.UTC));
    return Objects.requireNonNull(graph.subscriptions().post(subscription));
  }

  private static JsonNode read(PushReceiver.Received received) {
    return JsonMapper.shared().readTree(received.body()).path("value").path(0);
  }

  private static String error(ThrowingCallable call) {
    ODataError error = catchThrowableOfType(ODataError.class, call);
    return error.getResponseStatusCode() + " " + Objects.requireNonNull(error.getError()).getCode();
  }
}
