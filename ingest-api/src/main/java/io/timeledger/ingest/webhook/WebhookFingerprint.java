package io.timeledger.ingest.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.restricted.SealedText;
import java.util.List;

/// The request without its secrets: encrypted texts differ on every try, and a hash of the clear
/// text would allow guesses to be checked. So a request that repeats a key and differs only in the
/// secret gets the first response.
final class WebhookFingerprint {
  static final SealedText SECRET = new SealedText("", "");

  private WebhookFingerprint() {}

  static WebhookPatch of(WebhookPatch patch) {
    Patch<List<WebhookPatch.Header>> headers = patch.customHeaders();
    List<WebhookPatch.Header> changes = headers.value();
    return changes == null
        ? patch
        : patch.with(
            b -> b.customHeaders(Patch.of(changes.stream().map(WebhookFingerprint::of).toList())));
  }

  private static WebhookPatch.Header of(WebhookPatch.Header header) {
    return new WebhookPatch.Header(header.name(), header.value() == null ? null : SECRET);
  }
}
