package io.timeledger.ingest.timer;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// The owner of the timer; null means the caller.
record TimerOwner(@Nullable UserId userId) {}
