package io.timeledger.twin.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Ids in the vendors' looks. Those of meetings repeat with the seed of the source.
public final class TwinIds {
  private static final String BASE32HEX = "0123456789abcdefghijklmnopqrstuv";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final RandomGenerator random;

  public TwinIds(RandomGenerator random) {
    this.random = random;
  }

  /// Outlook's are case-sensitive and differ by single characters.
  public synchronized String meeting(Vendor vendor) {
    return switch (vendor) {
      case GOOGLE -> base32Hex(26);
      case MICROSOFT -> "AAMkAG" + URL.encodeToString(bytes(45)) + "AAA=";
    };
  }

  public synchronized String calendar(Vendor vendor) {
    return switch (vendor) {
      case GOOGLE -> "c_" + base32Hex(26) + "@group.calendar.google.com";
      case MICROSOFT -> "AQMkAD" + URL.encodeToString(bytes(45)) + "AAA=";
    };
  }

  /// Outlook's are the clean id of [MS-OXOCAL]: no date of an instance in it.
  public synchronized String uid(Vendor vendor, String meeting) {
    return switch (vendor) {
      case GOOGLE -> meeting + "@google.com";
      case MICROSOFT -> outlookUid();
    };
  }

  public synchronized String outlookUid() {
    return ("040000008200E00074C5B7101A82E008"
            + "00000000"
            + HexFormat.of().formatHex(bytes(8))
            + "0000000000000000"
            + "10000000"
            + HexFormat.of().formatHex(bytes(16)))
        .toUpperCase(Locale.ROOT);
  }

  /// The same for an address, at every start.
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

  private String base32Hex(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(BASE32HEX.charAt(random.nextInt(BASE32HEX.length())));
    }
    return text.toString();
  }

  private byte[] bytes(int count) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      buffer.put((byte) random.nextInt());
    }
    return buffer.array();
  }
}
