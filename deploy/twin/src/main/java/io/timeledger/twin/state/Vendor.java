package io.timeledger.twin.state;

import java.util.Arrays;
import java.util.Locale;

/// Whose surface an account, a call or a fault belongs to.
public enum Vendor {
  GOOGLE,
  MICROSOFT;

  /// @throws IllegalArgumentException for another name
  public static Vendor of(String name) {
    return Arrays.stream(values())
        .filter(vendor -> vendor.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "provider: %s (expected: google or microsoft)".formatted(name)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
