package io.timeledger.calendar.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What opens a calendar.
public sealed interface Access {

  /// The address of an ICS file: a secret, since whoever has it reads the calendar.
  record IcsAddress(URI url) implements Access {

    /// What stands for the account: the same for the same address, and does not reveal it.
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
