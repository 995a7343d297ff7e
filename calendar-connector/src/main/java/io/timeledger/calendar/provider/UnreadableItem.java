package io.timeledger.calendar.provider;

import org.jspecify.annotations.Nullable;

/// An item of a response that could not be read and was skipped. Its content is not kept.
///
/// @param eventRef of the event or its series; null if that was unreadable too
/// @param error a short, stable code
public record UnreadableItem(@Nullable String eventRef, String error) {}
