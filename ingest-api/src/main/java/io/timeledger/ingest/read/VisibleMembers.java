package io.timeledger.ingest.read;

import io.timeledger.schemas.id.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose time a reader sees.
///
/// @param members null means everybody
public record VisibleMembers(@Nullable UserId reader, @Nullable Set<UserId> members) {
  public static final VisibleMembers OF_EVERYBODY = new VisibleMembers(null, null);

  public static VisibleMembers ofOne(UserId member) {
    return new VisibleMembers(member, Set.of(member));
  }

  /// Who a list is bound to: nobody when everybody who asks for it sees the same.
  public @Nullable UserId boundTo() {
    return members == null ? null : reader;
  }
}
