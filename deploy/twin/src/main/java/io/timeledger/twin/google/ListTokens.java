package io.timeledger.twin.google;

import io.timeledger.twin.state.Span;
import java.time.Instant;
import java.util.List;

/// What the tokens of event lists carry.
final class ListTokens {
  private ListTokens() {}

  /// What must stay the same from the first list on.
  record Fixed(String calendar, boolean singleEvents, List<String> types, String from, String to) {
    Span span() {
      return new Span(Instant.parse(from), Instant.parse(to));
    }
  }

  /// Where the next list of changes begins.
  record Sync(Fixed fixed, long revision) {}

  /// Where the next page begins.
  ///
  /// @param since revision of the sync token; -1 in a full list
  /// @param at revision of the first page
  /// @param serial counts pages, so that a page without items has a token of its own, too
  record PagePlace(
      Fixed fixed,
      long since,
      long at,
      boolean showDeleted,
      boolean ordered,
      int offset,
      int serial) {
    boolean incremental() {
      return since >= 0;
    }

    PagePlace after(int items) {
      return new PagePlace(fixed, since, at, showDeleted, ordered, offset + items, serial + 1);
    }
  }
}
