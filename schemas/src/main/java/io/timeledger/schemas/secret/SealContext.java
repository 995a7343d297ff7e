package io.timeledger.schemas.secret;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Locale;

/// Binds an encrypted text to its purpose and owner. It cannot be decrypted in another context, so
/// a ciphertext copied to another webhook or workspace is worthless.
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
}
