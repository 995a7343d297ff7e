package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.UserId;
import org.jspecify.annotations.Nullable;

/// The approver at one level of an approval.
///
/// @param fallbackUserId decides in place of an approver who has left, may no longer approve, or
///     submits the timesheet; null for none
public record ApprovalLevel(UserId approverUserId, @Nullable UserId fallbackUserId) {}
