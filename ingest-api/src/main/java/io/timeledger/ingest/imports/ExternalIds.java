package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Row ids derived from the content and from the number of equal rows before: the same file always
/// gets the same ids, and equal rows in one file get different ones.
final class ExternalIds {
  private static final int HEX_LENGTH = 40;

  // A key is 64 bits of the row's hash: even a collision would give stable ids.
  private final Map<Long, Integer> occurrences = new HashMap<>();

  String of(List<String> fields) {
    String hash = Sha256.hexOf(fields.toArray(String[]::new));
    int occurrence =
        occurrences.merge(Long.parseUnsignedLong(hash.substring(0, 16), 16), 1, Integer::sum);
    return Sha256.hexOf(hash, Integer.toString(occurrence)).substring(0, HEX_LENGTH);
  }
}
