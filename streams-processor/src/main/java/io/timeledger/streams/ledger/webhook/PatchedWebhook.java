package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.streams.ledger.Refusal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A webhook after a patch, checked field by field.
final class PatchedWebhook {
  private PatchedWebhook() {}

  /// @param headers after the patch
  /// @throws Refusal naming every bad field
  static Webhook of(Webhook before, WebhookPatch patch, HeaderRules headers, Instant now) {
    WebhookRules rules = new WebhookRules();
    boolean enabled = rules.kept("enabled", patch.enabled(), before.enabled());
    Webhook after =
        before.with(
            b ->
                b.url(rules.kept("url", patch.url(), before.url()))
                    .description(patch.description().orKeep(before.description()))
                    .events(
                        rules.kept("events", patch.events(), before.events()).stream()
                            .distinct()
                            .toList())
                    .enabled(enabled)
                    .disabledReason(enabled ? null : orPaused(before.disabledReason()))
                    .disabledAt(enabled ? null : orNow(before.disabledAt(), now))
                    .retryDelays(
                        orDefault(
                            patch.retryDelays(),
                            before.retryDelays(),
                            Webhook.DEFAULT_RETRY_DELAYS))
                    .payload(orDefault(patch.payload(), before.payload(), PayloadMode.FULL))
                    .format(orDefault(patch.format(), before.format(), PayloadFormat.STANDARD))
                    .ordering(orDefault(patch.ordering(), before.ordering(), DeliveryOrder.NONE))
                    .include(orDefault(patch.include(), before.include(), Set.of()))
                    .maxInFlight(
                        orDefault(
                            patch.maxInFlight(),
                            before.maxInFlight(),
                            Webhook.DEFAULT_MAX_IN_FLIGHT))
                    .ratePerSecond(patch.ratePerSecond().orKeep(before.ratePerSecond()))
                    .customHeaderNames(headers.names())
                    .filter(orDefault(patch.filter(), before.filter(), WebhookFilter.ALL)));
    rules.check(after);
    return after;
  }

  private static DisabledReason orPaused(@Nullable DisabledReason reason) {
    return reason == null ? DisabledReason.PAUSED : reason;
  }

  private static Instant orNow(@Nullable Instant at, Instant now) {
    return at == null ? now : at;
  }

  /// The value after the patch, for a field that null resets to its default.
  private static <T> T orDefault(Patch<T> patch, T current, T otherwise) {
    T patched = patch.value();
    if (!patch.present()) {
      return current;
    }
    return patched == null ? otherwise : patched;
  }
}
