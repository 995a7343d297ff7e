package io.timeledger.schemas.command;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.restricted.SealedText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes to a webhook. Null resets a field to its default, where it has one.
@RecordBuilder
public record WebhookPatch(
    Patch<String> url,
    Patch<String> description,
    Patch<List<String>> events,
    Patch<Boolean> enabled,
    Patch<List<Integer>> retryDelays,
    Patch<PayloadMode> payload,
    Patch<PayloadFormat> format,
    Patch<DeliveryOrder> ordering,
    Patch<Set<Include>> include,
    Patch<Integer> maxInFlight,
    Patch<Integer> ratePerSecond,
    Patch<List<Header>> customHeaders,
    Patch<WebhookFilter> filter)
    implements WebhookPatchBuilder.With {

  /// Sets one header or, without a value, removes it; other headers stay. Patching to null removes
  /// all of them.
  public record Header(String name, @Nullable SealedText value) {}

  /// An empty patch, to be filled by its builder.
  public static WebhookPatchBuilder builder() {
    return WebhookPatchBuilder.builder()
        .url(Patch.absent())
        .description(Patch.absent())
        .events(Patch.absent())
        .enabled(Patch.absent())
        .retryDelays(Patch.absent())
        .payload(Patch.absent())
        .format(Patch.absent())
        .ordering(Patch.absent())
        .include(Patch.absent())
        .maxInFlight(Patch.absent())
        .ratePerSecond(Patch.absent())
        .customHeaders(Patch.absent())
        .filter(Patch.absent());
  }
}
