package io.timeledger.ingest.directory;

import io.timeledger.ingest.read.SearchText;
import io.timeledger.schemas.id.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for projects; null does not restrict.
///
/// @param q beginnings of words of the name or the id
public record ProjectFilter(
    @Nullable String q,
    @Nullable ClientId clientId,
    @Nullable Boolean archived,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {
  public ProjectFilter {
    SearchText.requireShort("q", q);
  }
}
