package io.timeledger.schemas.secret;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Locale;

/// Binds an encrypted text to its purpose and owner. It cannot be decrypted in another context, so
/// a ciphertext copied to another owner or workspace is worthless.
public record SealContext(String value) {

  /// A signing secret of a webhook.
  public static SealContext secret(WorkspaceId workspace, WebhookId webhook) {
    return new SealContext(workspace.value() + "/" + webhook.value() + "/secret");
  }

  /// The value of a custom header of a webhook.
  public static SealContext header(WorkspaceId workspace, WebhookId webhook, String name) {
    return new SealContext(
        workspace.value() + "/" + webhook.value() + "/header/" + name.toLowerCase(Locale.ROOT));
  }

  /// The credential of a connection: a ticket of its provider, or an address.
  public static SealContext connection(WorkspaceId workspace, ConnectionId connection) {
    return new SealContext(workspace.value() + "/" + connection.value() + "/secret");
  }
}
