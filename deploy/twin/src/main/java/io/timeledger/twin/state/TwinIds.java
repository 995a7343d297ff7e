package io.timeledger.twin.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/// Ids in the vendors' looks. Each is derived from what it names, so it is the same at every start,
/// whatever else exists.
public final class TwinIds {
  private static final String BASE32HEX = "0123456789abcdefghijklmnopqrstuv";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private TwinIds() {}

  /// @param number counts the meetings that the calendar has ever had
  public static String meeting(Vendor vendor, String calendar, int number) {
    return switch (vendor) {
      case GOOGLE -> base32Hex("meeting", calendar, number);
      case MICROSOFT -> outlook("AAMkAG", "meeting", calendar, number);
    };
  }

  /// @param number counts the calendars of the mailbox
  public static String calendar(MailboxKey mailbox, int number) {
    return switch (mailbox.vendor()) {
      case GOOGLE ->
          "c_" + base32Hex("calendar", mailbox.email(), number) + "@group.calendar.google.com";
      case MICROSOFT -> outlook("AQMkAD", "calendar", mailbox.email(), number);
    };
  }

  /// Outlook's are the clean id of [MS-OXOCAL]: no date of an instance in it.
  public static String uid(Vendor vendor, String meeting) {
    return switch (vendor) {
      case GOOGLE -> meeting + "@google.com";
      case MICROSOFT -> outlookUid(meeting);
    };
  }

  /// @param name what the meeting is known by
  public static String outlookUid(String name) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(24, "uid", name, 0));
    return ("040000008200E00074C5B7101A82E008"
            + "00000000"
            + hex(bytes, 8)
            + "0000000000000000"
            + "10000000"
            + hex(bytes, 16))
        .toUpperCase(Locale.ROOT);
  }

  static String subject(MailboxKey key) {
    UUID uuid = UUID.nameUUIDFromBytes(key.toString().getBytes(UTF_8));
    return switch (key.vendor()) {
      case GOOGLE ->
          "1%020d".formatted(Math.floorMod(uuid.getLeastSignificantBits(), Long.MAX_VALUE));
      case MICROSOFT -> uuid.toString();
    };
  }

  static String tenant(MailboxKey key) {
    String domain = key.email().substring(key.email().indexOf('@'));
    return UUID.nameUUIDFromBytes(domain.getBytes(UTF_8)).toString();
  }

  /// Outlook's are case-sensitive and differ by single characters.
  private static String outlook(String prefix, String kind, String owner, int number) {
    return prefix + URL.encodeToString(bytes(45, kind, owner, number)) + "AAA=";
  }

  private static String base32Hex(String kind, String owner, int number) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes(26, kind, owner, number)) {
      text.append(BASE32HEX.charAt(each & 31));
    }
    return text.toString();
  }

  private static String hex(ByteBuffer bytes, int count) {
    byte[] part = new byte[count];
    bytes.get(part);
    return HexFormat.of().formatHex(part);
  }

  /// @param count at most 64
  private static byte[] bytes(int count, String kind, String owner, int number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-512")
              .digest("%s\n%s\n%d".formatted(kind, owner, number).getBytes(UTF_8));
      return Arrays.copyOf(hash, count);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-512", e);
    }
  }
}
