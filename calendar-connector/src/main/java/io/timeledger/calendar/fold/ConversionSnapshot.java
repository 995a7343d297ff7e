package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import org.jspecify.annotations.Nullable;

/// What a block was when it became an entry.
///
/// @param titleHash as [TextHash] makes it; null when the block had no title
public record ConversionSnapshot(EventTime time, @Nullable String titleHash) {

  public static ConversionSnapshot of(FoldedBlock block) {
    return new ConversionSnapshot(block.time(), TextHash.ofNullable(block.title()));
  }
}
