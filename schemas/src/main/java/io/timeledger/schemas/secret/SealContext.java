package io.timeledger.schemas.secret;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Locale;

/// What a sealed text is and whose: sealed for one context, it cannot be opened in another, so a
/// ciphertext that is moved to another webhook or workspace is worth nothing.
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
