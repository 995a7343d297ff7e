package io.timeledger.calendar.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The e-mail address of an attendee, in lower case. Never stored.
public record MailAddress(String text) {
  private static final int LONGEST = 320;
  private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

  /// Empty for what is none: Exchange also has addresses of its own directory, which contain no
  /// `@`.
  public static Optional<MailAddress> of(@Nullable String value) {
    return Optional.ofNullable(value)
        .map(given -> given.strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.indexOf('@') > 0 && text.length() <= LONGEST)
        .map(MailAddress::new);
  }

  /// The part after the last `@`; empty if it is not a domain.
  public Optional<String> domain() {
    String domain = text.substring(text.lastIndexOf('@') + 1);
    return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
  }

  /// Does not contain the address.
  @Override
  public String toString() {
    return "MailAddress";
  }
}
