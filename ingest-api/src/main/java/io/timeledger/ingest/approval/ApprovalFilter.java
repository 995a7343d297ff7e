package io.timeledger.ingest.approval;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Which waiting timesheets; null asks for no restriction.
public record ApprovalFilter(@Nullable UserId userId) {}
