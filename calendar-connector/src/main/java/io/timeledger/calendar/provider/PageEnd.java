package io.timeledger.calendar.provider;

/// What follows a page.
public sealed interface PageEnd {

  /// The round has another page.
  record More(PagePlace place) implements PageEnd {}

  /// The round is complete; the next one starts at the cursor.
  record End(EventCursor cursor) implements PageEnd {}
}
