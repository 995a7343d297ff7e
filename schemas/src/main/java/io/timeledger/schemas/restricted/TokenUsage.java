package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;

/// The private usage topic: a hint for cleaning up unused tokens, not a business fact. An API
/// instance publishes at most once a minute per token; a killed instance loses what it has not
/// published.
///
/// @param lastUsedAt to the minute
public record TokenUsage(WorkspaceId workspaceId, TokenId tokenId, Instant lastUsedAt) {}
