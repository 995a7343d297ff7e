package io.timeledger.ingest.imports;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The content of a row in normalized form: equal time has an equal key, whatever the layout, the
/// notation of dates and numbers, the order of tags and the case of an address.
final class RowKey {
  private RowKey() {}

  /// @param about id of an entity other than a task, else empty
  /// @param member e-mail, name or id, whichever the file has
  static List<String> of(
      String member,
      RowTimes times,
      String client,
      String project,
      String task,
      String description,
      List<String> tags,
      @Nullable Boolean billable,
      String about) {
    return Stream.concat(
            Stream.of(
                    member.toLowerCase(Locale.ROOT),
                    second(times.start()),
                    second(times.end()),
                    Objects.toString(times.day(), ""),
                    Objects.toString(times.seconds(), ""),
                    client,
                    project,
                    task,
                    description,
                    Objects.toString(billable, ""),
                    about)
                .map(RowKey::normalized),
            tags.stream().map(RowKey::normalized).sorted())
        .collect(Collectors.toList());
  }

  private static String second(@Nullable Instant time) {
    return time == null ? "" : Long.toString(time.getEpochSecond());
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }
}
