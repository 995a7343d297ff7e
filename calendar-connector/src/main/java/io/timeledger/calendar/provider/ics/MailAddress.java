package io.timeledger.calendar.provider.ics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The e-mail address of an attendee, in lower case. Never stored.
record MailAddress(String text) {
  private static final String SCHEME = "mailto:";
  private static final int LONGEST = 320;
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

  static Optional<MailAddress> of(ContentLine guest) {
    return of(guest.value()).or(() -> of(guest.param("EMAIL")));
  }

  /// The part after the last `@`; empty if it is not a domain.
  Optional<String> domain() {
    String domain = text.substring(text.lastIndexOf('@') + 1);
    return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
  }

  /// Does not contain the address.
  @Override
  public String toString() {
    return "MailAddress";
  }

  private static Optional<MailAddress> of(@Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    String text = value.strip().toLowerCase(Locale.ROOT);
    String address = text.startsWith(SCHEME) ? text.substring(SCHEME.length()).strip() : text;
    return address.indexOf('@') > 0 && address.length() <= LONGEST
        ? Optional.of(new MailAddress(address))
        : Optional.empty();
  }
}
