package io.timeledger.ingest.web.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of a record's components in JSON and queries.
public final class WireNames {
  private WireNames() {}

  public static Set<String> of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? Set.of()
        : Arrays.stream(components)
            .map(WireNames::of)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The parameters that fill it. A map keyed by an enum has one parameter per constant, as in
  /// `column.task`.
  public static Set<String> ofParameters(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? Set.of()
        : Arrays.stream(components)
            .flatMap(WireNames::parameters)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> parameters(RecordComponent component) {
    String name = snakeCase(component.getName());
    if (component.getGenericType() instanceof ParameterizedType map
        && map.getRawType() == Map.class
        && map.getActualTypeArguments()[0] instanceof Class<?> key) {
      return Arrays.stream(key.getEnumConstants())
          .map(constant -> name + "." + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
    }
    return Stream.of(name);
  }

  public static String of(RecordComponent component) {
    return snakeCase(component.getName());
  }

  static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
