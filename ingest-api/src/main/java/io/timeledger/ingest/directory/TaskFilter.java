package io.timeledger.ingest.directory;

import io.timeledger.ingest.read.SearchText;
import io.timeledger.schemas.id.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for tasks; null does not restrict.
///
/// @param q beginnings of words of the name or the id
public record TaskFilter(
    @Nullable String q,
    @Nullable ProjectId projectId,
    @Nullable Boolean completed,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {
  public TaskFilter {
    SearchText.requireShort("q", q);
  }
}
