package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import org.jspecify.annotations.Nullable;

/// Decides whether an event's title is stored.
public final class StoredTitle {
  private StoredTitle() {}

  /// The title; null for a private event unless its owner chose to see private titles.
  public static @Nullable String of(SourceEvent event, boolean showPrivateTitles) {
    return event.isPrivate() && !showPrivateTitles ? null : event.title();
  }

  /// The event with the title that may be stored.
  public static SourceEvent kept(SourceEvent event, boolean showPrivateTitles) {
    return event.withTitle(of(event, showPrivateTitles));
  }
}
