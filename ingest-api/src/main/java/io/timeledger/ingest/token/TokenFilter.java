package io.timeledger.ingest.token;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Which tokens; null asks for no restriction.
public record TokenFilter(@Nullable UserId userId, @Nullable Boolean includeRevoked) {}
