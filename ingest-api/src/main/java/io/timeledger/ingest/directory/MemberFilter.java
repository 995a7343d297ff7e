package io.timeledger.ingest.directory;

import io.timeledger.ingest.read.SearchText;
import io.timeledger.schemas.resource.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for members; null does not restrict.
///
/// @param q beginnings of words of the name or the id
public record MemberFilter(
    @Nullable String q,
    @Nullable Role role,
    @Nullable String team,
    @Nullable Boolean active,
    @Nullable Instant updatedAfter) {
  public MemberFilter {
    SearchText.requireShort("q", q);
  }
}
