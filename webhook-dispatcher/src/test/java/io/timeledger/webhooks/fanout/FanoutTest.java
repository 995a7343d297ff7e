package io.timeledger.webhooks.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.FutureEvents;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.testkit.TestLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FanoutTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final WorkspaceId OTHER = new WorkspaceId("ws_2");

  private final Webhook webhook = TestLog.webhook(WORKSPACE, "https://one.example");

  @Test
  void deliversWhatComesAfterASubscriptionAndNothingBefore() {
    Fanout fanout = fanout(List.of());
    fanout.add(entry(WORKSPACE, 1));
    fanout.add(logged(EventType.WEBHOOK_UPSERTED, webhook, 2));
    IntakeEvent after = entry(WORKSPACE, 3);
    fanout.add(after);
    fanout.add(logged(EventType.WEBHOOK_DELETED, webhook.withDeletedAt(Instant.now()), 4));
    fanout.add(entry(WORKSPACE, 5));

    assertThat(fanout.deliveries())
        .extracting(NewDelivery::eventId)
        .containsExactly(after.envelope().id());
    assertThat(fanout.events()).containsExactly(after);
    assertThat(fanout.seen()).containsEntry(WORKSPACE, 5L);
  }

  @Test
  void deliversNothingThatWasSeenBefore() {
    Fanout fanout = new Fanout(List.of(webhook), Map.of(WORKSPACE, 4L), Instant.EPOCH);
    fanout.add(entry(WORKSPACE, 3));
    fanout.add(entry(WORKSPACE, 4));
    fanout.add(entry(WORKSPACE, 5));

    assertThat(fanout.deliveries()).hasSize(1);
  }

  @Test
  void staysInTheWorkspace() {
    Fanout fanout = fanout(List.of(webhook));
    fanout.add(entry(OTHER, 1));

    assertThat(fanout.deliveries()).isEmpty();
    assertThat(fanout.bodies()).isEmpty();
    assertThat(fanout.seen()).containsEntry(OTHER, 1L);
  }

  @Test
  void rendersOneBodyForAllThatCarryTheSame() {
    Webhook same = TestLog.webhook(WORKSPACE, "https://two.example");
    Webhook thin =
        TestLog.webhook(WORKSPACE, "https://three.example").withPayload(PayloadMode.THIN);
    Fanout fanout = fanout(List.of(webhook, same, thin));
    fanout.add(entry(WORKSPACE, 1));

    assertThat(fanout.deliveries()).hasSize(3);
    assertThat(fanout.bodies()).extracting(NewBody::variant).containsExactly("full", "thin");
  }

  @Test
  void recordsAsHeldWhatAWebhookThatIsOffWouldHaveGot() {
    Fanout fanout = fanout(List.of(webhook.withEnabled(false)));
    fanout.add(entry(WORKSPACE, 1));

    assertThat(fanout.deliveries()).singleElement().matches(NewDelivery::held);
  }

  @Test
  void leavesOutWhatNobodyAskedFor() {
    Fanout fanout = fanout(List.of(webhook.withEvents(List.of("timesheet.*"))));
    fanout.add(entry(WORKSPACE, 1));

    assertThat(fanout.deliveries()).isEmpty();
    assertThat(fanout.events()).isEmpty();
  }

  @Test
  void deliversNoOldNews() {
    Fanout fanout = new Fanout(List.of(webhook), Map.of(), Instant.now().plusSeconds(3600));
    fanout.add(entry(WORKSPACE, 1));

    assertThat(fanout.deliveries()).isEmpty();
  }

  @Test
  void givesADeliveryTheSameIdHoweverOftenItIsMade() {
    IntakeEvent event = entry(WORKSPACE, 1);
    Fanout first = fanout(List.of(webhook));
    Fanout second = fanout(List.of(webhook));
    first.add(event);
    second.add(event);

    assertThat(first.deliveries()).isEqualTo(second.deliveries());
  }

  @Test
  void keepsAsideWhatANewerReleaseWroteAndGoesOn() {
    Fanout fanout = fanout(List.of(webhook));
    IntakeEvent unknown = unknown(entry(WORKSPACE, 1));
    fanout.add(unknown);
    fanout.add(entry(WORKSPACE, 2));

    assertThat(fanout.unknown()).containsExactly(unknown);
    assertThat(fanout.deliveries()).hasSize(1);
    assertThat(fanout.seen()).containsEntry(WORKSPACE, 2L);
  }

  @Test
  void deliversALateEventToThoseWhoHadSubscribedWhenItHappened() {
    IntakeEvent late = entry(WORKSPACE, 1);
    Webhook before = webhook.withCreatedAt(late.envelope().timestamp().minusSeconds(1));
    Webhook after =
        TestLog.webhook(WORKSPACE, "https://two.example")
            .withCreatedAt(late.envelope().timestamp().plusSeconds(1));
    Fanout fanout = new Fanout(List.of(before, after), Map.of(WORKSPACE, 9L), Instant.EPOCH);
    fanout.addLate(late);

    assertThat(fanout.deliveries()).extracting(NewDelivery::webhookId).containsExactly(before.id());
    assertThat(fanout.seen()).containsEntry(WORKSPACE, 9L);
  }

  @Test
  void leavesASubscriptionAsItIsByNow() {
    Webhook newer = webhook.withSequence(5).withUrl("https://moved.example");
    Fanout fanout = new Fanout(List.of(newer), Map.of(WORKSPACE, 9L), Instant.EPOCH);
    fanout.addLate(logged(EventType.WEBHOOK_UPSERTED, webhook.withSequence(2), 2));

    assertThat(fanout.changedWebhooks()).isEmpty();
  }

  private static IntakeEvent unknown(IntakeEvent event) {
    return IntakeEvent.read(
        FutureEvents.ofUnknownType(event.logged().body().getBytes(UTF_8)), event.place());
  }

  private static Fanout fanout(List<Webhook> known) {
    return new Fanout(known, Map.of(), Instant.EPOCH);
  }

  private static IntakeEvent entry(WorkspaceId workspace, long sequence) {
    return logged(
        TestLog.event(
            workspace,
            EventType.TIME_ENTRY_CREATED,
            TestLog.entry(workspace, "entry " + sequence, sequence),
            sequence));
  }

  private static IntakeEvent logged(EventType type, Webhook data, long sequence) {
    return logged(TestLog.event(data.workspaceId(), type, data, sequence));
  }

  private static IntakeEvent logged(Event event) {
    return IntakeEvent.read(
        new EventCodec().write(event),
        new LogPosition("time.events.v1", 0, event.sequence(), null));
  }
}
