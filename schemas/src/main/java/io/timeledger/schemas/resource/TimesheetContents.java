package io.timeledger.schemas.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/// A hash of the ids and versions of a timesheet's entries: it changes when one is added, removed
/// or changed. A reader's `ETag` contains it, and the ledger checks `If-Match` against it.
public final class TimesheetContents {
  private static final int BYTES = 8;

  private TimesheetContents() {}

  /// @param versions of the entries, by id
  public static String of(SortedMap<String, Integer> versions) {
    MessageDigest digest = sha256();
    for (Map.Entry<String, Integer> entry : versions.entrySet()) {
      digest.update((entry.getKey() + ":" + entry.getValue() + "\n").getBytes(UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
