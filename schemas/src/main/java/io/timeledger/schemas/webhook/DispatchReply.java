package io.timeledger.schemas.webhook;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ControlReply;
import io.timeledger.schemas.reply.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The dispatcher's reply to a command, on `time.webhook-replies.v1`. It names the result, which is
/// in `webhooks_read` before the reply is sent.
///
/// @param deliveryId created by a test or redelivery, or by the first command of this id
/// @param replayId started or cancelled, or started by the first command of this id
/// @param problem why nothing was done; then there are no ids
public record DispatchReply(
    String commandId,
    WorkspaceId workspaceId,
    Instant decidedAt,
    @Nullable DeliveryId deliveryId,
    @Nullable ReplayId replayId,
    @Nullable Problem problem)
    implements ControlReply {}
