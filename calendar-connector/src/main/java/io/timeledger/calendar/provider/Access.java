package io.timeledger.calendar.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Credentials for reading calendars.
public sealed interface Access {

  /// The address of an ICS file. It is a secret: anyone who has it can read the calendar.
  record IcsAddress(URI url) implements Access {

    /// A hash that identifies the account without revealing the address.
    public String subject() {
      try {
        byte[] bytes = url.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has SHA-256", e);
      }
    }

    /// Does not contain the address.
    @Override
    public String toString() {
      return "IcsAddress";
    }
  }
}
