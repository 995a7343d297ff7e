package io.timeledger.ingest.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.restricted.SealedText;
import java.util.List;

/// What was asked for, without what is secret: sealed texts differ at every try, and a hash of what
/// was sealed would let a guess be checked. A request that repeats a key with another secret alone
/// therefore gets the first answer.
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
