package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The table in deploy/README.md has every setting of the services, of whom it is and what it is by
/// default, and no other. A row of `X_*` stands for all that begin so.
class SettingsTableTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Map<String, String> SERVICES =
      Map.of(
          "io.timeledger.calendar", "calendar-connector",
          "io.timeledger.ingest", "ingest-api",
          "io.timeledger.streams", "streams-processor",
          "io.timeledger.webhooks", "webhook-dispatcher");

  @Test
  void namesEverySettingAndNoOther() throws Exception {
    Map<String, String> table = table();
    Map<String, String> declared = declared();
    table.keySet().stream()
        .filter(row -> row.endsWith("*"))
        .map(row -> row.substring(0, row.length() - 1))
        .forEach(
            group ->
                assertThat(declared.keySet().removeIf(name -> name.startsWith(group))).isTrue());
    table.keySet().removeIf(row -> row.endsWith("*"));

    assertThat(table).isEqualTo(declared);
  }

  /// `of: default` by variable.
  private static Map<String, String> table() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(README)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > 4 && cells[1].contains("`TIMELEDGER_")) {
        rows.put(
            cells[1].replace("`", "").strip(),
            cells[2].strip() + ": " + cells[4].replace("`", "").strip());
      }
    }
    return rows;
  }

  private static Map<String, String> declared() throws ReflectiveOperationException {
    Map<String, Set<String>> services = new TreeMap<>();
    Map<String, String> defaults = new TreeMap<>();
    for (Map.Entry<String, String> service : SERVICES.entrySet()) {
      ClassPathScanningCandidateComponentProvider scanner =
          new ClassPathScanningCandidateComponentProvider(false);
      scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
      for (BeanDefinition found : scanner.findCandidateComponents(service.getKey())) {
        Class<?> settings = Class.forName(found.getBeanClassName());
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        Map<String, String> own = new TreeMap<>();
        collect(variable(prefix), settings, own);
        own.keySet()
            .forEach(
                name ->
                    services.computeIfAbsent(name, _ -> new TreeSet<>()).add(service.getValue()));
        defaults.putAll(own);
      }
    }
    defaults.replaceAll(
        (variable, value) -> of(services.getOrDefault(variable, Set.of())) + ": " + value);
    return defaults;
  }

  private static String of(Set<String> services) {
    return services.size() == SERVICES.size() ? "all" : String.join(", ", services);
  }

  private static void collect(String prefix, Class<?> settings, Map<String, String> found) {
    for (Parameter parameter : settings.getDeclaredConstructors()[0].getParameters()) {
      String name = prefix + "_" + variable(parameter.getName());
      Class<?> item = itemOf(parameter.getParameterizedType());
      if (parameter.getType().isRecord()) {
        collect(name, parameter.getType(), found);
      } else if (item.isRecord()) {
        collect(name + "_0", item, found);
      } else {
        DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
        found.put(
            name,
            standard == null || standard.value().length == 0
                ? "none"
                : String.join(",", List.of(standard.value())));
      }
    }
  }

  private static Class<?> itemOf(Type type) {
    return type instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> item
        ? item
        : Object.class;
  }

  private static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
