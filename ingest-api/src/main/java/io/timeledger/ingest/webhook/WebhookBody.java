package io.timeledger.ingest.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a new webhook and of a change of one.
///
/// @param customHeaders in a change, only the named ones change: null removes one
/// @param secret at creation only
record WebhookBody(
    Patch<String> url,
    Patch<String> description,
    Patch<List<@Nullable String>> events,
    Patch<Boolean> enabled,
    Patch<List<@Nullable Integer>> retryDelays,
    Patch<PayloadMode> payload,
    Patch<PayloadFormat> format,
    Patch<DeliveryOrder> ordering,
    Patch<List<@Nullable Include>> include,
    Patch<Integer> maxInFlight,
    Patch<Integer> ratePerSecond,
    Patch<Map<String, @Nullable String>> customHeaders,
    Patch<Filter> filter,
    Patch<String> secret) {

  /// A null or absent list restricts nothing.
  record Filter(
      @Nullable List<@Nullable ProjectId> projectIds,
      @Nullable List<@Nullable EntityType> entityTypes,
      @Nullable List<@Nullable String> entityIds) {}
}
