package io.timeledger.calendar.round;

import io.timeledger.calendar.fold.HiddenReason;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.BlockId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A source as it is stored.
///
/// @param event without a title that may not be kept
/// @param day that it begins on, for its owner
/// @param hidden why it makes no block; null for one that does
public record PreparedSource(
    SourceEvent event, BlockId blockId, LocalDate day, @Nullable HiddenReason hidden) {}
