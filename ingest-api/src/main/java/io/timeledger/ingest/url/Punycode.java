package io.timeledger.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decodes the part after `xn--` in a host label (RFC 3492, section 6.2). The JDK has no decoder
/// for all names of UTS 46, and OkHttp's is private.
final class Punycode {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  /// @param text ASCII, in lower case
  /// @return empty when it is not Punycode
  static Optional<String> decode(String text) {
    int delimiter = Math.max(0, text.lastIndexOf('-'));
    List<Integer> points =
        text.substring(0, delimiter)
            .chars()
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    long n = INITIAL_N;
    long i = 0;
    int bias = INITIAL_BIAS;
    int at = delimiter == 0 ? 0 : delimiter + 1;
    while (at < text.length()) {
      long before = i;
      long weight = 1;
      int digit;
      int threshold;
      int k = BASE;
      do {
        digit = at < text.length() ? DIGITS.indexOf(text.charAt(at++)) : -1;
        i += digit * weight;
        if (digit < 0 || i > Integer.MAX_VALUE) {
          return Optional.empty();
        }
        threshold = Math.clamp(k - bias, T_MIN, T_MAX);
        weight *= BASE - threshold;
        k += BASE;
      } while (digit >= threshold);
      int length = points.size() + 1;
      bias = adapted(i - before, length, before == 0);
      n += i / length;
      i %= length;
      if (n > Character.MAX_CODE_POINT) {
        return Optional.empty();
      }
      points.add((int) i++, (int) n);
    }
    return Optional.of(points.stream().map(Character::toString).collect(Collectors.joining()));
  }

  /// Section 6.1.
  private static int adapted(long delta, int points, boolean isFirst) {
    long left = isFirst ? delta / DAMP : delta / 2;
    left += left / points;
    int k = 0;
    while (left > (BASE - T_MIN) * T_MAX / 2) {
      left /= BASE - T_MIN;
      k += BASE;
    }
    return k + (int) ((BASE - T_MIN + 1) * left / (left + SKEW));
  }
}
