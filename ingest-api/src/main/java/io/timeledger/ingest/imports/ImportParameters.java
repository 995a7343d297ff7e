package io.timeledger.ingest.imports;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of an import.
///
/// @param timezone of all its local times; null means each member's
/// @param dateOrder null infers it from the dates
/// @param column headers that stand for a column, as in `column.task=Activity`; null for none
/// @param mode null means `add`
/// @param preview null means that the file is imported
record ImportParameters(
    @Nullable ImportFormat format,
    @Nullable ZoneId timezone,
    @Nullable DateOrder dateOrder,
    @Nullable Map<Column, String> column,
    @Nullable ImportMode mode,
    @Nullable Boolean preview) {

  ImportMode modeOrAdd() {
    return mode == null ? ImportMode.ADD : mode;
  }

  boolean isPreview() {
    return Boolean.TRUE.equals(preview);
  }
}
