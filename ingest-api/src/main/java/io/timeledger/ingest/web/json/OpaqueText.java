package io.timeledger.ingest.web.json;

import java.util.Set;

/// Fields with text of another system, returned byte for byte: external ids, secrets, addresses.
/// All other text is NFC-normalized on input.
public final class OpaqueText {
  private static final Set<String> FIELDS =
      Set.of(
          "external_source",
          "external_id",
          "device_id",
          "secret",
          "url",
          "reference",
          "cursor",
          "ticket",
          "return_url");

  private OpaqueText() {}

  public static boolean isIn(String field) {
    return FIELDS.contains(field);
  }
}
