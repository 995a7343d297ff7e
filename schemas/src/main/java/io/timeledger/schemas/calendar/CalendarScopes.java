package io.timeledger.schemas.calendar;

import io.timeledger.schemas.resource.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// OAuth scopes of the providers, all for reading.
public final class CalendarScopes {
  private static final String GOOGLE = "https://www.googleapis.com/auth/";
  private static final List<String> OF_GOOGLE =
      List.of(GOOGLE + "calendar.calendarlist.readonly", GOOGLE + "calendar.events.readonly");
  private static final List<String> OF_MICROSOFT = List.of("Calendars.Read");

  private CalendarScopes() {}

  /// The scopes to ask for; empty for a provider without sign-in.
  public static List<String> requested(Provider provider) {
    return switch (provider) {
      case GOOGLE -> List.of("openid", "email", OF_GOOGLE.getFirst(), OF_GOOGLE.getLast());
      case MICROSOFT -> List.of("openid", "email", "offline_access", OF_MICROSOFT.getFirst());
      case ICS -> List.of();
    };
  }

  /// Whether calendars can be read: members may untick scopes.
  ///
  /// @param granted as the provider names them; empty means as requested (RFC 6749, 5.1)
  public static boolean suffice(Provider provider, Collection<String> granted) {
    List<String> names = granted.stream().map(CalendarScopes::simple).toList();
    List<String> needed =
        switch (provider) {
          case GOOGLE -> OF_GOOGLE;
          case MICROSOFT -> OF_MICROSOFT;
          case ICS -> List.<String>of();
        };
    return granted.isEmpty()
        || needed.stream().map(CalendarScopes::simple).allMatch(names::contains);
  }

  // Microsoft may write https://graph.microsoft.com/ in front, in any case of letters.
  private static String simple(String scope) {
    return scope.substring(scope.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
