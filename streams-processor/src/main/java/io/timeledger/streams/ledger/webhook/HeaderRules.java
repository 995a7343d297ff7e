package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.restricted.SealedHeader;
import java.util.List;
import java.util.TreeMap;

/// The custom headers of a webhook, by name ignoring case.
record HeaderRules(List<SealedHeader> sealed) {
  static final HeaderRules NONE = new HeaderRules(List.of());

  HeaderRules {
    sealed = List.copyOf(sealed);
  }

  List<String> names() {
    return sealed.stream().map(SealedHeader::name).toList();
  }

  /// Sets and removes headers by the patch; null removes all.
  HeaderRules patched(Patch<List<WebhookPatch.Header>> patch) {
    List<WebhookPatch.Header> changes = patch.value();
    if (!patch.present()) {
      return this;
    }
    if (changes == null) {
      return NONE;
    }
    TreeMap<String, SealedHeader> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sealed.forEach(header -> byName.put(header.name(), header));
    for (WebhookPatch.Header change : changes) {
      byName.remove(change.name());
      if (change.value() != null) {
        byName.put(change.name(), new SealedHeader(change.name(), change.value()));
      }
    }
    return new HeaderRules(List.copyOf(byName.values()));
  }
}
