package io.timeledger.schemas.reply;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The reply of a service other than the ledger to a command, keyed by workspace, with the
/// command's headers `command_id`, `api_instance` and `traceparent`. The result is readable before
/// the reply is sent.
public interface ControlReply {
  String commandId();

  WorkspaceId workspaceId();

  Instant decidedAt();

  /// Why the command was refused; the reply then has no result.
  @Nullable Problem problem();
}
