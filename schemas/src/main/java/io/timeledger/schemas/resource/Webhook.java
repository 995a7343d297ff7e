package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A subscription that posts events to a URL. It holds no secrets: signing secrets and the values
/// of custom headers are on the private topic, in `restricted.WebhookSecrets`.
///
/// It covers the events after it on the log; `event.WebhookEvents.wants` selects them.
///
/// @param url target; the ledger checks its form only, the dispatcher checks the address
/// @param events names of events, families as in `timesheet.*`, or `*`
/// @param enabled while false, deliveries are recorded and held
/// @param disabledReason null while enabled
/// @param disabledAt null while enabled
/// @param retryDelays seconds from the end of a failed attempt to the next; one retry per delay
/// @param maxInFlight maximum concurrent calls to the endpoint
/// @param ratePerSecond maximum calls to the endpoint per second; null is no limit
/// @param include extra data beyond what every reader of time sees; the ledger removes it when the
///     creator loses the right to see it
/// @param customHeaderNames of headers sent besides ours; the values are encrypted
/// @param secrets the oldest first; `restricted.WebhookSecrets` determines their roles
@RecordBuilder
public record Webhook(
    WebhookId id,
    WorkspaceId workspaceId,
    String url,
    @Nullable String description,
    List<String> events,
    boolean enabled,
    @Nullable DisabledReason disabledReason,
    @Nullable Instant disabledAt,
    List<Integer> retryDelays,
    PayloadMode payload,
    PayloadFormat format,
    DeliveryOrder ordering,
    Set<Include> include,
    int maxInFlight,
    @Nullable Integer ratePerSecond,
    List<String> customHeaderNames,
    WebhookFilter filter,
    List<SigningSecretInfo> secrets,
    UserId createdBy,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, WebhookBuilder.With {

  public static final List<Integer> DEFAULT_RETRY_DELAYS = List.of(60, 300, 1800);
  public static final int DEFAULT_MAX_IN_FLIGHT = 8;

  public Webhook {
    events = List.copyOf(events);
    retryDelays = List.copyOf(retryDelays);
    include = SortedSets.copyOf(include);
    customHeaderNames = List.copyOf(customHeaderNames);
    secrets = List.copyOf(secrets);
  }

  @Override
  public String subject() {
    return id.value();
  }
}
