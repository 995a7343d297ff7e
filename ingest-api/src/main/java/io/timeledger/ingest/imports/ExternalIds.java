package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ids of rows, made of what makes them up and of how many equal rows stood before: the same file
/// has the same ids, and equal rows of one file have different ones.
final class ExternalIds {
  private static final int HEX_LENGTH = 40;

  // A key is 64 bits of the row's hash: equal keys of different rows would still give stable ids.
  private final Map<Long, Integer> occurrences = new HashMap<>();

  String of(List<String> fields) {
    String hash = Sha256.hexOf(fields.toArray(String[]::new));
    int occurrence =
        occurrences.merge(Long.parseUnsignedLong(hash.substring(0, 16), 16), 1, Integer::sum);
    return Sha256.hexOf(hash, Integer.toString(occurrence)).substring(0, HEX_LENGTH);
  }
}
