package io.timeledger.calendar.fold;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// Normalizes a UID so that all copies of a meeting have the same. Outlook's UIDs are hex-encoded
/// bytes: a fixed prefix of 16 bytes, then the date of an instance or zeros. [MS-OXOCAL] calls the
/// form with zeros the clean id. A UID that Outlook took over from another program is embedded as
/// plain text.
final class CleanUid {
  private static final String OUTLOOK = "040000008200E00074C5B7101A82E008";
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){20,}");
  private static final int DATE_END = OUTLOOK.length() + 8;
  private static final int DATA = 40 * 2;
  private static final String FOREIGN = hex("vCal-Uid") + "01000000";

  private CleanUid() {}

  static String of(String uid) {
    String text = uid.strip();
    if (!HEX.matcher(text).matches()
        || !text.regionMatches(true, 0, OUTLOOK, 0, OUTLOOK.length())) {
      return text;
    }
    String bytes = text.toUpperCase(Locale.ROOT);
    if (bytes.startsWith(FOREIGN, DATA)) {
      return foreign(bytes.substring(DATA + FOREIGN.length()));
    }
    return OUTLOOK + "00000000" + bytes.substring(DATE_END);
  }

  private static String foreign(String bytes) {
    String text = new String(HexFormat.of().parseHex(bytes), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
