package io.timeledger.ingest.directory;

import io.timeledger.ingest.read.SearchText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for clients; null does not restrict.
///
/// @param q beginnings of words of the name or the id
public record ClientFilter(
    @Nullable String q, @Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {
  public ClientFilter {
    SearchText.requireShort("q", q);
  }
}
