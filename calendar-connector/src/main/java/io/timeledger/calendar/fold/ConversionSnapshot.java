package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import org.jspecify.annotations.Nullable;

/// The block as of its conversion to an entry.
///
/// @param titleHash by [TextHash]; null if the block had no title
/// @param titleWithheld whether the block had no title because the event was private
public record ConversionSnapshot(
    EventTime time, @Nullable String titleHash, boolean titleWithheld) {

  public static ConversionSnapshot of(FoldedBlock block) {
    return new ConversionSnapshot(
        block.time(), TextHash.ofNullable(block.title()), block.isTitleWithheld());
  }

  /// With the title that the block shows by now, if it was withheld at the conversion.
  public ConversionSnapshot completed(FoldedBlock block) {
    return titleWithheld && !block.isTitleWithheld()
        ? new ConversionSnapshot(time, TextHash.ofNullable(block.title()), false)
        : this;
  }
}
