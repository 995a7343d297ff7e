package io.timeledger.calendar.round;

import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of failed work on a lane.
///
/// @param words a sentence for the connection's owner
/// @param health new health of the connection; empty if it stays unchanged
/// @param retryAt when the lane is retried; null if the member must act first
/// @param throttled whether the provider throttled the call
/// @param figures null for a listing
public record FailedWork(
    String words,
    Optional<ConnectionStatus> health,
    @Nullable Instant retryAt,
    boolean throttled,
    @Nullable RoundFigures figures) {}
