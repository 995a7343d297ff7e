package io.timeledger.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Parameters of a query or a form, in their order.
public record Parameters(Map<String, List<String>> values) {

  public static Parameters parse(@Nullable String encoded) {
    LinkedHashMap<String, List<String>> values = new LinkedHashMap<>();
    if (encoded != null) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          values.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
        }
      }
    }
    return new Parameters(values);
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean flag(String name) {
    return first(name).filter("true"::equals).isPresent();
  }

  public Set<String> names() {
    return values.keySet();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
