package io.timeledger.ingest.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// The first row of a file.
///
/// @param written the headers as in the file, stripped
record HeaderRow(List<String> written) {

  static HeaderRow of(List<String> cells) {
    return new HeaderRow(cells.stream().map(String::strip).toList());
  }

  /// Removes case, accents, punctuation and unit: `Start date (YYYY-MM-DD)` becomes `start date`,
  /// and `Billable?` becomes `billable`.
  static String normalized(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}|\\([^)]*\\)|[?*:\"]", "")
        .replaceAll("[\\s_]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// The position of a header: an exact match first, else a normalized one.
  OptionalInt find(String header) {
    int exact = written.indexOf(header.strip());
    return exact >= 0 ? OptionalInt.of(exact) : first(normalized(header), Set.of());
  }

  OptionalInt first(String normalized, Set<Integer> except) {
    return IntStream.range(0, written.size())
        .filter(i -> !except.contains(i) && normalized(written.get(i)).equals(normalized))
        .findFirst();
  }
}
