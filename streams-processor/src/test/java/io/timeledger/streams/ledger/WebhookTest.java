package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.command.WebhookCommand.DeleteWebhook;
import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.command.WebhookPatchBuilder;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedHeader;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.streams.ledger.PrivateChange.DropWebhookSecrets;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final WebhookId HOOK = new WebhookId("wh_1");
  private static final SealedText SECRET = new SealedText("k1", "c2VhbGVkLXNlY3JldA==");
  private static final SealedText HEADER = new SealedText("k1", "c2VhbGVkLWhlYWRlcg==");

  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void subscribesWithDefaults() {
    LedgerFixture.When when = ledger.when(create(b -> b));

    assertThat(when.names()).containsExactly("time_webhook.upserted");
    Webhook created = when.first(Webhook.class);
    assertThat(created.enabled()).isTrue();
    assertThat(created.retryDelays()).containsExactly(60, 300, 1800);
    assertThat(created.createdBy()).isEqualTo(OWNER);
    assertThat(created.version()).isEqualTo(1);
    ledger.verifyReplay();
  }

  @Test
  void keepsSecretsAndValuesOfHeadersOutOfTheEvent() {
    LedgerFixture.When when =
        ledger.when(create(b -> headers(b, new WebhookPatch.Header("X-Api-Key", HEADER))));

    Event event = when.events().getFirst();
    assertThat(event.toString()).doesNotContain(SECRET.ciphertext(), HEADER.ciphertext());
    assertThat(((Webhook) event.data()).customHeaderNames()).containsExactly("X-Api-Key");
    assertThat(when.accepted().privates())
        .singleElement()
        .isInstanceOfSatisfying(
            KeepWebhookSecrets.class,
            kept -> {
              assertThat(kept.secrets().secrets().getFirst().secret()).isEqualTo(SECRET);
              assertThat(kept.secrets().headers())
                  .containsExactly(new SealedHeader("X-Api-Key", HEADER));
              assertThat(kept.secrets().version()).isEqualTo(1);
            });
  }

  @Test
  void takesTheSameSubscriptionTwice() {
    ledger.when(create(b -> b)).accepted();

    assertThat(ledger.when(create("wh_2", b -> b)).refusal()).isNull();
    assertThat(ledger.state().webhooks()).hasSize(2);
  }

  @Test
  void namesEveryBadField() {
    LedgerFixture.When when =
        ledger.when(
            create(
                b ->
                    headers(b, new WebhookPatch.Header("Host", HEADER))
                        .url(Patch.of("ftp://example.com"))
                        .events(Patch.of(List.of("time_entry.created", "no.such")))
                        .retryDelays(Patch.of(List.of(0)))
                        .maxInFlight(Patch.of(33))
                        .ratePerSecond(Patch.of(0))));

    assertThat(when.refusal()).isEqualTo("validation_failed");
    assertThat(((Decision.Rejected) when.decision()).problem().details())
        .extracting(Problem.Detail::field)
        .containsExactlyInAnyOrder(
            "url", "events", "retry_delays", "max_in_flight", "rate_per_second", "custom_headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "timesheet.*",
        "timer.stopped",
        "project.created",
        "task.*",
        "connection.upserted"
      })
  void knowsWhatCanBeAskedFor(String event) {
    assertThat(ledger.when(create(b -> b.events(Patch.of(List.of(event))))).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".*",
        "**",
        "token.created",
        "token.*",
        "member.updated",
        "timesheet.approved.denied",
        "time_webhook.upserted",
        "connection.*",
        "calendar_rule.upserted",
        "contact.upserted",
        "time_entry.rate_override.upserted",
        "settings.updated",
        "timesheet"
      })
  void refusesToSendWhatIsNobodysBusiness(String event) {
    assertThat(ledger.when(create(b -> b.events(Patch.of(List.of(event))))).refusal())
        .isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/hook",
        "https://",
        "https:///path",
        "https://user:secret@example.com/",
        "https://example.com/#part",
        "javascript:alert(1)",
        "https://exa mple.com/",
        "https://my_host.example.com/",
        "https://b\u00fccher.example/",
        "https://example.com/\n",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoUrlToPostTo(String url) {
    assertThat(ledger.when(create(b -> b.url(Patch.of(url)))).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void leavesWebhooksToThoseWhoMayAndTellsTheAuditOfOthers() {
    assertThat(ledger.as(MANAGER).when(create(b -> b)).eventNames())
        .containsExactly("time_webhook.upserted.denied");
    ledger.as(OWNER).when(create(b -> b)).accepted();
    assertThat(ledger.as(ANN).when(new DeleteWebhook(HOOK, null)).eventNames())
        .containsExactly("time_webhook.deleted.denied");
    assertThat(ledger.state().webhook(HOOK)).isPresent();
  }

  @Test
  void hasRoomForFifty() {
    for (int i = 0; i < 50; i++) {
      ledger.when(create("wh_" + i, b -> b)).accepted();
    }
    assertThat(ledger.when(create("wh_50", b -> b)).refusal()).isEqualTo("webhook_limit");

    ledger.when(new DeleteWebhook(new WebhookId("wh_7"), null)).accepted();
    assertThat(ledger.when(create("wh_50", b -> b)).refusal()).isNull();
  }

  @Test
  void pausesAndResumes() {
    ledger.when(create(b -> b)).accepted();

    Webhook paused = ledger.when(update(b -> b.enabled(Patch.of(false)))).first(Webhook.class);
    assertThat(paused.disabledReason()).isEqualTo(DisabledReason.PAUSED);
    assertThat(paused.disabledAt()).isEqualTo(Instant.parse("2026-06-10T12:00:00Z"));

    Webhook resumed = ledger.when(update(b -> b.enabled(Patch.of(true)))).first(Webhook.class);
    assertThat(resumed.enabled()).isTrue();
    assertThat(resumed.disabledReason()).isNull();
    assertThat(resumed.disabledAt()).isNull();
  }

  @Test
  void saysNothingOfAChangeThatChangesNothing() {
    ledger.when(create(b -> b)).accepted();

    LedgerFixture.When when =
        ledger.at("2026-06-10T13:00:00Z").when(update(b -> b.enabled(Patch.of(true))));

    assertThat(when.names()).isEmpty();
    assertThat(when.first(Webhook.class).version()).isEqualTo(1);
  }

  @Test
  void clearsToDefaultsAndRefusesToClearWhatHasNone() {
    ledger.when(create(b -> b.retryDelays(Patch.of(List.of(5))))).accepted();

    assertThat(
            ledger
                .when(update(b -> b.retryDelays(Patch.of(null))))
                .first(Webhook.class)
                .retryDelays())
        .isEqualTo(Webhook.DEFAULT_RETRY_DELAYS);
    assertThat(ledger.when(update(b -> b.url(Patch.of(null)))).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void refusesAStaleChange() {
    ledger.when(create(b -> b)).accepted();
    ledger.when(update(b -> b.description(Patch.of("new")))).accepted();

    assertThat(ledger.when(new DeleteWebhook(HOOK, 1)).refusal()).isEqualTo("version_mismatch");
    assertThat(ledger.when(new DeleteWebhook(HOOK, 2)).refusal()).isNull();
  }

  @Test
  void replacesAndTakesAwayHeadersOneByOne() {
    ledger.when(
        create(
            b ->
                headers(
                    b,
                    new WebhookPatch.Header("X-One", HEADER),
                    new WebhookPatch.Header("X-Two", HEADER))));
    SealedText other = new SealedText("k1", "b3RoZXI=");

    LedgerFixture.When when =
        ledger.when(
            update(
                b ->
                    headers(
                        b,
                        new WebhookPatch.Header("x-one", other),
                        new WebhookPatch.Header("X-TWO", null))));

    assertThat(when.names()).containsExactly("time_webhook.upserted");
    assertThat(ledger.state().webhookSecrets(HOOK).orElseThrow().headers())
        .containsExactly(new SealedHeader("x-one", other));
    assertThat(when.first(Webhook.class).customHeaderNames()).containsExactly("x-one");
  }

  @Test
  void tellsTheAuditOfANewValueOfAHeader() {
    ledger.when(create(b -> headers(b, new WebhookPatch.Header("X-One", HEADER)))).accepted();
    SealedText other = new SealedText("k1", "b3RoZXI=");

    LedgerFixture.When when =
        ledger.when(update(b -> headers(b, new WebhookPatch.Header("X-One", other))));

    assertThat(when.names()).containsExactly("time_webhook.upserted");
    assertThat(ledger.state().webhookSecrets(HOOK).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void forgetsTheSecretsOfADeletedWebhook() {
    ledger.when(create(b -> b)).accepted();

    LedgerFixture.When when = ledger.when(new DeleteWebhook(HOOK, null));

    assertThat(when.names()).containsExactly("time_webhook.deleted");
    assertThat(when.accepted().privates()).containsExactly(new DropWebhookSecrets(HOOK));
    assertThat(ledger.state().webhookSecrets(HOOK)).isEmpty();
    assertThat(ledger.when(update(b -> b.enabled(Patch.of(false)))).refusal())
        .isEqualTo("not_found");
    ledger.verifyReplay();
  }

  @Test
  void includesRatesOnlyForThoseWhoMaySeeThem() {
    EnumSet<Permission> noRates = EnumSet.of(Permission.WEBHOOKS);
    CreateWebhook withRates = create(b -> b.include(Patch.of(Set.of(Include.RATES))));

    LedgerFixture.When denied = ledger.when("c1", withRates, noRates);
    assertThat(denied.refusal()).isEqualTo("forbidden");
    assertThat(denied.eventNames()).containsExactly("time_webhook.upserted.denied");

    ledger.when(withRates).accepted();
    UpdateWebhook elsewhere = update(b -> b.url(Patch.of("https://elsewhere.example.com/")));
    assertThat(ledger.when("c2", elsewhere, noRates).refusal())
        .as("rates go where only those who may see them say")
        .isEqualTo("forbidden");
  }

  @Test
  void dropsRatesOnceTheCreatorMayNoLongerSeeThem() {
    ledger.member(BEN, Role.ADMIN);
    ledger.as(BEN).when(create(b -> b.include(Patch.of(Set.of(Include.COSTS))))).accepted();

    ledger.as(OWNER).member(BEN, Role.MANAGER);

    assertThat(ledger.state().webhook(HOOK).orElseThrow().include()).isEmpty();
    assertThat(
            ledger
                .as(OWNER)
                .when(update(b -> b.include(Patch.of(Set.of(Include.RATES)))))
                .refusal())
        .isEqualTo("validation_failed");
    ledger.verifyReplay();
  }

  @Test
  void dropsRatesWhenTheCreatorLeaves() {
    ledger.member(BEN, Role.ADMIN);
    ledger.as(BEN).when(create(b -> b.include(Patch.of(Set.of(Include.RATES))))).accepted();

    LedgerFixture.When when = ledger.as(OWNER).when(new DeactivateMember(BEN, null));

    assertThat(when.names()).containsExactly("member.deactivated", "time_webhook.upserted");
    assertThat(ledger.state().webhook(HOOK).orElseThrow().enabled()).isTrue();
  }

  @Test
  void switchesOffWhatIsGone() {
    ledger.when(create(b -> b)).accepted();

    LedgerFixture.When when = ledger.whenSystem(new DisableWebhook(HOOK, DisabledReason.GONE, 1));

    assertThat(when.names()).containsExactly("time_webhook.upserted");
    assertThat(when.first(Webhook.class).disabledReason()).isEqualTo(DisabledReason.GONE);
    assertThat(ledger.whenSystem(new DisableWebhook(HOOK, DisabledReason.GONE, 2)).names())
        .isEmpty();
  }

  @Test
  void leavesAWebhookOnThatWasMendedSince() {
    ledger.when(create(b -> b)).accepted();
    ledger.when(update(b -> b.url(Patch.of("https://example.com/moved")))).accepted();

    assertThat(ledger.whenSystem(new DisableWebhook(HOOK, DisabledReason.GONE, 1)).names())
        .isEmpty();
    assertThat(ledger.state().webhook(HOOK).orElseThrow().enabled()).isTrue();
  }

  private static CreateWebhook create(UnaryOperator<WebhookPatchBuilder> change) {
    return create(HOOK.value(), change);
  }

  private static CreateWebhook create(String id, UnaryOperator<WebhookPatchBuilder> change) {
    WebhookPatchBuilder fields =
        WebhookPatch.builder()
            .url(Patch.of("https://example.com/hook"))
            .events(Patch.of(List.of("*")));
    return new CreateWebhook(new WebhookId(id), change.apply(fields).build(), SECRET);
  }

  private static UpdateWebhook update(UnaryOperator<WebhookPatchBuilder> change) {
    return new UpdateWebhook(HOOK, change.apply(WebhookPatch.builder()).build(), null);
  }

  private static WebhookPatchBuilder headers(
      WebhookPatchBuilder fields, WebhookPatch.Header... headers) {
    return fields.customHeaders(Patch.of(List.of(headers)));
  }
}
