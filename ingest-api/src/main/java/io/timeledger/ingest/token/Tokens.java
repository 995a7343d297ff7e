package io.timeledger.ingest.token;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Tokens in the read models: never a secret or its hash.
public interface Tokens {
  /// @param onlyUser the one member whose tokens are visible; null means all members
  Page list(WorkspaceId workspace, @Nullable UserId onlyUser, TokenFilter filter, Paging paging);

  /// The member's unrevoked feed tokens.
  Page feeds(WorkspaceId workspace, UserId user, Paging paging);
}
