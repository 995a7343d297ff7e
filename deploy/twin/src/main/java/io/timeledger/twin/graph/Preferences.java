package io.timeledger.twin.graph;

import io.timeledger.twin.http.Call;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the `Prefer` header asks for, in one line or in several.
record Preferences(boolean immutableIds, OptionalInt pageSize, String zoneName, ZoneId zone) {
  private static final Pattern PREFERENCE = Pattern.compile("([\\w.]+)\\s*=\\s*\"?([^\",;]*)\"?");

  static Preferences of(Call call) {
    boolean immutable = false;
    OptionalInt size = OptionalInt.empty();
    String zone = "UTC";
    for (String line : call.headerLines("Prefer")) {
      Matcher found = PREFERENCE.matcher(line);
      while (found.find()) {
        String value = found.group(2).strip();
        switch (found.group(1).toLowerCase(Locale.ROOT)) {
          case "idtype" -> immutable = value.equals("ImmutableId");
          case "odata.maxpagesize" -> size = OptionalInt.of(number(value));
          case "outlook.timezone" -> zone = value;
          default -> {
            // A preference that is not known is no error (RFC 7240).
          }
        }
      }
    }
    return new Preferences(immutable, size, zone, OutlookZones.zone(zone));
  }

  private static int number(String value) {
    try {
      return Math.clamp(Integer.parseInt(value), 1, 1_000);
    } catch (NumberFormatException e) {
      throw GraphErrors.badRequest("ErrorInvalidRequest", "odata.maxpagesize: " + value);
    }
  }
}
