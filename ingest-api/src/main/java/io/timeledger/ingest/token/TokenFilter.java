package io.timeledger.ingest.token;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Filter for tokens; null does not restrict.
public record TokenFilter(@Nullable UserId userId, @Nullable Boolean includeRevoked) {}
