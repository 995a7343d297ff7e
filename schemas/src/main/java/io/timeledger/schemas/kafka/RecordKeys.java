package io.timeledger.schemas.kafka;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Rollup;

/// Record keys: the workspace, optionally followed by `/` and a key within it.
public final class RecordKeys {
  private RecordKeys() {}

  public static String of(WorkspaceId workspace) {
    return workspace.value();
  }

  public static String of(WorkspaceId workspace, TimesheetId timesheet) {
    return workspace.value() + "/" + timesheet.value();
  }

  public static String of(WorkspaceId workspace, TokenId token) {
    return workspace.value() + "/" + token.value();
  }

  public static String of(WorkspaceId workspace, WebhookId webhook) {
    return workspace.value() + "/" + webhook.value();
  }

  public static String of(WorkspaceId workspace, ConnectionId connection) {
    return workspace.value() + "/" + connection.value();
  }

  /// Whether a key of the secrets topic is a connection's, not a webhook's.
  public static boolean isOfConnection(String key) {
    return key.startsWith(ConnectionId.PREFIX, key.indexOf('/') + 1);
  }

  public static String of(WorkspaceId workspace, UserId member) {
    return workspace.value() + "/" + member.value();
  }

  /// `workspace/user/block`.
  public static String of(WorkspaceId workspace, UserId member, BlockId block) {
    return String.join("/", workspace.value(), member.value(), block.value());
  }

  /// `workspace/dimension/id/day`.
  public static String of(Rollup rollup) {
    return String.join(
        "/",
        rollup.workspaceId().value(),
        rollup.dimension().name().toLowerCase(java.util.Locale.ROOT),
        rollup.dimensionId(),
        rollup.logDate().toString());
  }
}
