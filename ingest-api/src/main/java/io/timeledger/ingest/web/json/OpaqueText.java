package io.timeledger.ingest.web.json;

import java.util.Set;

/// Fields whose text is another system's, to be given back byte for byte: ids over there, secrets,
/// addresses. All other text is composed on its way in.
public final class OpaqueText {
  private static final Set<String> FIELDS =
      Set.of("external_source", "external_id", "device_id", "secret", "url", "reference", "cursor");

  private OpaqueText() {}

  public static boolean isIn(String field) {
    return FIELDS.contains(field);
  }
}
