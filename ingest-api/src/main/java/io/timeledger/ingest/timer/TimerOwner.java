package io.timeledger.ingest.timer;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Whose timer; null means the caller's.
record TimerOwner(@Nullable UserId userId) {}
