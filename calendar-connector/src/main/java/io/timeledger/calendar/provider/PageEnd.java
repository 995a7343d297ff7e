package io.timeledger.calendar.provider;

/// What follows a page.
public sealed interface PageEnd {

  /// Another page of this round.
  record More(PagePlace place) implements PageEnd {}

  /// Nothing; the next round begins at the cursor.
  record End(EventCursor cursor) implements PageEnd {}
}
