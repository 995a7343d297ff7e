package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A subscription to events, by a URL that they are posted to. It holds nothing secret: signing
/// secrets and the values of custom headers are on the private topic, in
/// `restricted.WebhookSecrets`.
///
/// It subscribes to what comes after it on the log; `event.WebhookEvents.wants` says to what.
///
/// @param url where to post, judged by the ledger for its form only: who dials judges the address
/// @param events names of events, families as in `timesheet.*`, or `*`
/// @param enabled while false, deliveries are recorded and held
/// @param disabledReason null while enabled
/// @param disabledAt null while enabled
/// @param retryDelays seconds from the end of a failed attempt to the next; as many retries as
///     there are delays
/// @param maxInFlight calls to the endpoint at a time, at most
/// @param ratePerSecond calls to the endpoint per second, at most; null is no limit
/// @param include what is carried beyond what every reader of time sees; dropped by the ledger
///     when the creator loses the right to see it
/// @param customHeaderNames of headers sent beside ours; the values are sealed
/// @param secrets the oldest first; see `restricted.WebhookSecrets` for which of them signs what
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
