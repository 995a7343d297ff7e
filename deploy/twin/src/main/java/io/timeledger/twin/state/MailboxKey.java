package io.timeledger.twin.state;

import java.util.Locale;

/// @param email in lower case
public record MailboxKey(Vendor vendor, String email) {
  public MailboxKey {
    email = email.strip().toLowerCase(Locale.ROOT);
    if (!email.matches("[^\\s@<>\"']{1,64}@[^\\s@<>\"']{1,190}")) {
      throw new IllegalArgumentException("account: no e-mail address");
    }
  }
}
