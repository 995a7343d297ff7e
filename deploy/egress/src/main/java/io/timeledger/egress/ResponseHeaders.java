package io.timeledger.egress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;

/// The response headers for the log: by lower-case name, 8 KiB in total, with unusual characters
/// replaced, so that every response can be logged.
final class ResponseHeaders {
  private static final int LIMIT = 8 * 1024;

  private ResponseHeaders() {}

  static Map<String, List<String>> of(Header[] headers) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    int size = 0;
    for (Header header : headers) {
      String name = clean(header.getName()).toLowerCase(Locale.ROOT);
      String value = clean(header.getValue());
      size += name.length() + value.length();
      if (size > LIMIT) {
        break;
      }
      kept.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return kept;
  }

  private static String clean(String text) {
    return text == null ? "" : text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "\ufffd");
  }
}
