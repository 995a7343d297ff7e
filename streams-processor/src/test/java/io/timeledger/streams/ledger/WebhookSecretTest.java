package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.command.WebhookCommand.PromoteWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.RotateWebhookSecret;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.restricted.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which secret signs what, as time goes by.
class WebhookSecretTest {
  private static final WebhookId HOOK = new WebhookId("wh_1");
  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final LedgerFixture ledger = new LedgerFixture().at(NOON).as(OWNER);

  @BeforeEach
  void subscribe() {
    ledger
        .when(
            new CreateWebhook(
                HOOK,
                WebhookPatch.builder()
                    .url(Patch.of("https://example.com/hook"))
                    .events(Patch.of(List.of("*")))
                    .build(),
                sealed(1)))
        .accepted();
  }

  @Test
  void keepsTheFormerSecretPrimaryThroughTheGracePeriod() {
    LedgerFixture.When when = ledger.when(rotate(2, DAY));

    assertThat(when.names()).containsExactly("time_webhook.upserted");
    assertThat(primaryAt(NOON)).isEqualTo(1);
    assertThat(liveAt(NOON)).containsExactly(1, 2);
    assertThat(primaryAt(NOON.plus(DAY))).isEqualTo(2);
    assertThat(liveAt(NOON.plus(DAY))).containsExactly(2);
    ledger.verifyReplay();
  }

  @Test
  void makesTheNewSecretPrimaryOnRequestAndStillSignsWithTheFormer() {
    ledger.when(rotate(2, DAY)).accepted();

    ledger.when(new PromoteWebhookSecret(HOOK, null)).accepted();

    assertThat(primaryAt(NOON)).isEqualTo(2);
    assertThat(liveAt(NOON)).containsExactly(2, 1);
    assertThat(liveAt(NOON.plus(DAY))).containsExactly(2);
    assertThat(ledger.when(new PromoteWebhookSecret(HOOK, null)).names()).isEmpty();
  }

  @Test
  void leavesNothingOfFormerSecretsWithoutAGracePeriod() {
    ledger.when(rotate(2, Duration.ofDays(7))).accepted();

    ledger.when(rotate(3, Duration.ZERO)).accepted();

    assertThat(primaryAt(NOON)).isEqualTo(3);
    assertThat(liveAt(NOON)).containsExactly(3);
    assertThat(secrets().secrets()).hasSize(1);
  }

  @Test
  void handsOverOneAfterTheOther() {
    ledger.when(rotate(2, DAY)).accepted();
    ledger.at(NOON.plus(Duration.ofHours(1))).when(rotate(3, DAY)).accepted();

    assertThat(primaryAt(NOON.plus(Duration.ofHours(2)))).isEqualTo(1);
    assertThat(primaryAt(NOON.plus(DAY))).isEqualTo(2);
    assertThat(primaryAt(NOON.plus(Duration.ofHours(25)))).isEqualTo(3);
  }

  @Test
  void lengthensTheLifeOfNoSecret() {
    ledger.when(rotate(2, Duration.ofHours(1))).accepted();
    ledger.when(rotate(3, DAY)).accepted();

    assertThat(liveAt(NOON.plus(Duration.ofHours(2)))).containsExactly(2, 3);
  }

  @Test
  void hasAtMostFiveLiveSecrets() {
    for (int seq = 2; seq <= 5; seq++) {
      ledger.when(rotate(seq, DAY)).accepted();
    }

    assertThat(ledger.when(rotate(6, DAY)).refusal()).isEqualTo("secret_limit");
    assertThat(ledger.at(NOON.plus(DAY)).when(rotate(6, DAY)).refusal()).isNull();
    assertThat(liveAt(NOON.plus(DAY))).containsExactly(5, 6);
  }

  @Test
  void boundsTheGracePeriod() {
    assertThat(ledger.when(rotate(2, Duration.ofDays(7).plusSeconds(1))).refusal())
        .isEqualTo("validation_failed");
    assertThat(ledger.when(rotate(2, Duration.ofSeconds(-1))).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void rotatesForNobodyElse() {
    assertThat(ledger.as(ANN).when(rotate(2, DAY)).eventNames())
        .containsExactly("time_webhook.upserted.denied");
  }

  private static RotateWebhookSecret rotate(int seq, Duration grace) {
    return new RotateWebhookSecret(HOOK, sealed(seq), grace, null);
  }

  private static SealedText sealed(int seq) {
    return new SealedText("k1", "sealed-" + seq);
  }

  private WebhookSecrets secrets() {
    return ledger.state().webhookSecrets(HOOK).orElseThrow();
  }

  private int primaryAt(Instant at) {
    SealedSecret primary = secrets().primaryAt(at).orElseThrow();
    assertThat(primary.secret()).isEqualTo(sealed(primary.key().seq()));
    return primary.key().seq();
  }

  private List<Integer> liveAt(Instant at) {
    return secrets().liveAt(at).stream().map(secret -> secret.key().seq()).toList();
  }
}
