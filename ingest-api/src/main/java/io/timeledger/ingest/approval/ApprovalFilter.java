package io.timeledger.ingest.approval;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Filter for waiting timesheets; null does not restrict.
public record ApprovalFilter(@Nullable UserId userId) {}
