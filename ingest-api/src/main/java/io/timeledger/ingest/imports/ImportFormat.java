package io.timeledger.ingest.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Whose export a file is. Both name their columns alike but for case, which does not matter.
public enum ImportFormat {
  TOGGL,
  CLOCKIFY;

  /// Also the external source of what is imported.
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
