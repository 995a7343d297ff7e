package io.timeledger.calendar.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The rule for iCalendar UIDs. It is the same for all providers, since copies of a meeting are
/// recognized by equal UIDs.
public final class EventUid {
  private static final int LONGEST = 255;
  private static final int LONGEST_READ = 100_000;

  private EventUid() {}

  /// The UID without control characters and doubled spaces, or its hash if it is too long to be
  /// stored; null if nothing is left.
  public static @Nullable String of(@Nullable String text) {
    String uid = DisplayText.of(text, LONGEST_READ);
    return uid == null || uid.length() <= LONGEST ? uid : "sha256-" + hash(uid);
  }

  /// SHA-256 in lower-case hex.
  public static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
