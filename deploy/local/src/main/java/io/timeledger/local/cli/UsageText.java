package io.timeledger.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The usage of a command; stored as a file, so that the shell can show it before the build.
public final class UsageText {
  private UsageText() {}

  public static String of(String command) {
    try (var text =
        UsageText.class.getResourceAsStream("/io/timeledger/local/" + command + ".txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
