package io.timeledger.ingest.token;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Tokens as the read models have them: never a secret, nor a hash of one.
public interface Tokens {
  /// @param onlyUser whose tokens alone may be seen; null means everybody's
  Page list(WorkspaceId workspace, @Nullable UserId onlyUser, TokenFilter filter, Paging paging);
}
