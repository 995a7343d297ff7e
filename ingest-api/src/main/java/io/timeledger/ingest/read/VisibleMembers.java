package io.timeledger.ingest.read;

import io.timeledger.schemas.id.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members whose time a reader sees.
///
/// @param members null means all
public record VisibleMembers(@Nullable UserId reader, @Nullable Set<UserId> members) {
  public static final VisibleMembers OF_EVERYBODY = new VisibleMembers(null, null);

  public static VisibleMembers ofOne(UserId member) {
    return new VisibleMembers(member, Set.of(member));
  }

  /// The reader that a list's cursor is bound to; null when all readers see the same.
  public @Nullable UserId boundTo() {
    return members == null ? null : reader;
  }
}
