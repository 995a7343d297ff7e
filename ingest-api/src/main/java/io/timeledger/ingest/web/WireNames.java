package io.timeledger.ingest.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of a record's components as they stand in JSON and queries.
final class WireNames {
  private WireNames() {}

  static Set<String> of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? Set.of()
        : Arrays.stream(components)
            .map(component -> snakeCase(component.getName()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
