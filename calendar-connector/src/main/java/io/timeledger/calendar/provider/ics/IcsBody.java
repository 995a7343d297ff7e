package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Decodes a response body. Malformed bytes become replacement characters, so that a broken title
/// does not fail the calendar.
final class IcsBody {
  /// Maximum size, compressed and uncompressed.
  static final int LIMIT = 8 * 1024 * 1024;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private IcsBody() {}

  /// @param contentType of the response
  /// @param contentEncoding of the response
  static String decode(byte[] bytes, Optional<String> contentType, Optional<String> contentEncoding)
      throws ProviderException {
    String encoding = contentEncoding.orElse("identity").strip().toLowerCase(Locale.ROOT);
    byte[] plain =
        switch (encoding) {
          // Some servers send gzipped files without the header.
          case "", "identity", "gzip", "x-gzip" -> isGzip(bytes) ? unpack(bytes) : bytes;
          default ->
              throw new ProviderException(
                  new ProviderFault.Permanent(FaultReason.ENCODING_UNKNOWN));
        };
    return text(plain, contentType);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static byte[] unpack(byte[] bytes) throws ProviderException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(LIMIT + 1);
      if (plain.length > LIMIT) {
        throw new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_LARGE));
      }
      return plain;
    } catch (IOException e) {
      throw new ProviderException(new ProviderFault.Transient(FaultReason.TRUNCATED));
    }
  }

  private static String text(byte[] bytes, Optional<String> contentType) {
    int mark = markOf(bytes);
    if (mark == 2) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, mark, bytes.length - mark, fallback(contentType));
    }
  }

  // Length of the byte order mark: 3 for UTF-8, 2 for UTF-16, 0 for none.
  private static int markOf(byte[] bytes) {
    if (bytes.length >= 3
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      return 3;
    }
    if (bytes.length >= 2) {
      int two = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
      return two == 0xfeff || two == 0xfffe ? 2 : 0;
    }
    return 0;
  }

  private static Charset fallback(Optional<String> contentType) {
    Matcher named = CHARSET.matcher(contentType.orElse(""));
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    return switch (named.group(1).toLowerCase(Locale.ROOT)) {
      case "iso-8859-1", "latin1", "windows-1252", "cp1252" -> Charset.forName("windows-1252");
      case "utf-16" -> StandardCharsets.UTF_16;
      default -> StandardCharsets.UTF_8;
    };
  }
}
