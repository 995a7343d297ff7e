package io.timeledger.ingest.token;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TokenKind;
import org.jspecify.annotations.Nullable;

/// Filter for tokens; null does not restrict.
public record TokenFilter(
    @Nullable UserId userId, @Nullable TokenKind kind, @Nullable Boolean includeRevoked) {}
