package io.timeledger.calendar.round;

import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How work on a lane ended that failed, and what follows.
///
/// @param words for the connection's owner
/// @param health what the connection is now; empty for what it was
/// @param retryAt when the lane is tried again; null once its member has done something
/// @param throttled whether the provider asked to be left alone
/// @param figures null when calendars were to be listed
public record FailedWork(
    String words,
    Optional<ConnectionStatus> health,
    @Nullable Instant retryAt,
    boolean throttled,
    @Nullable RoundFigures figures) {}
