package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at one level of an approval.
///
/// @param fallbackUserId decides in place of an approver who has left, may not approve any more,
///     or submits the timesheet; null for nobody
public record ApprovalLevel(UserId approverUserId, @Nullable UserId fallbackUserId) {}
