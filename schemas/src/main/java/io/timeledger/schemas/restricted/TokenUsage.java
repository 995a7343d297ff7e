package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;

/// What the private usage topic holds: no business fact, only a hint for whoever cleans up tokens.
/// An instance of the API tells it at most once a minute per token, and what it has not told when
/// it is killed is lost.
///
/// @param lastUsedAt to the minute
public record TokenUsage(WorkspaceId workspaceId, TokenId tokenId, Instant lastUsedAt) {}
