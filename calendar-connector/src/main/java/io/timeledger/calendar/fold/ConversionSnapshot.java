package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import org.jspecify.annotations.Nullable;

/// The block as of its conversion to an entry.
///
/// @param titleHash by [TextHash]; null if the block had no title
public record ConversionSnapshot(EventTime time, @Nullable String titleHash) {

  public static ConversionSnapshot of(FoldedBlock block) {
    return new ConversionSnapshot(block.time(), TextHash.ofNullable(block.title()));
  }
}
