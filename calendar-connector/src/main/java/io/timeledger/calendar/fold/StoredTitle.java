package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import org.jspecify.annotations.Nullable;

/// What may be kept of an event's title.
public final class StoredTitle {
  private StoredTitle() {}

  /// The title; null for a private event unless its owner chose to see it.
  public static @Nullable String of(SourceEvent event, boolean showPrivateTitles) {
    return event.isPrivate() && !showPrivateTitles ? null : event.title();
  }

  /// The event as it may be stored.
  public static SourceEvent kept(SourceEvent event, boolean showPrivateTitles) {
    return event.withTitle(of(event, showPrivateTitles));
  }
}
