package io.timeledger.calendar.provider;

import org.jspecify.annotations.Nullable;

/// An item of an answer that could not be read and was left out. Its content is not kept.
///
/// @param eventRef of the event or of its series; null when not even that was readable
/// @param error a short stable text
public record UnreadableItem(@Nullable String eventRef, String error) {}
