package io.timeledger.twin.script;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A block as its owner must see it.
///
/// @param title null if it is private
/// @param kind meeting, focus, absence or all_day
/// @param start an instant, or the first day
/// @param end an instant, or the day after the last
/// @param sources copies that show
public record ExpectedBlock(
    @Nullable String title,
    String kind,
    String start,
    String end,
    boolean isPrivate,
    boolean tentative,
    int sources) {
  /// Any order that two equal lists share.
  public static final Comparator<ExpectedBlock> ORDER =
      Comparator.comparing(ExpectedBlock::toString);
}
