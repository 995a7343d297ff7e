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

  /// The `state` of a sign-in at a provider. Whose sign-in it is stands inside.
  public static SealContext oauthState() {
    return new SealContext("oauth/state");
  }

  /// The ticket that a sign-in returns to the browser. Whose ticket it is stands inside.
  public static SealContext oauthTicket() {
    return new SealContext("oauth/ticket");
  }

  /// The OAuth grant of a connection.
  public static SealContext grant(WorkspaceId workspace, ConnectionId connection) {
    return new SealContext(workspace.value() + "/" + connection.value() + "/grant");
  }

  /// The secrets of a calendar's push channels.
  ///
  /// @param path of the address that the provider calls
  public static SealContext push(String path) {
    return new SealContext("push" + path);
  }
}
