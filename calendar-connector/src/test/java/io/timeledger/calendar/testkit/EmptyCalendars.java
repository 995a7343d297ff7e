package io.timeledger.calendar.testkit;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.OAuthToken;
import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.CalendarListing.AccessRole;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarProvider;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.EventPage;
import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.PageEnd;
import io.timeledger.calendar.provider.PagePlace;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.Window;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A provider with one empty calendar per account. Remembers the access tokens that it was called
/// with, and refuses chosen ones.
public final class EmptyCalendars implements CalendarProvider {
  private static final CalendarRef PRIMARY = new CalendarRef("primary");

  private final List<OAuthToken> tokens = new CopyOnWriteArrayList<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /// The tokens of a subject, in the order of the calls.
  public List<String> tokensOf(String subject) {
    return tokens.stream()
        .filter(token -> token.subject().equals(subject))
        .map(OAuthToken::token)
        .toList();
  }

  /// Answers 401 to the token from now on.
  public void refuse(String token) {
    refused.add(token);
  }

  @Override
  public int queryVersion() {
    return 1;
  }

  @Override
  public List<CalendarListing> calendars(Access access) throws ProviderException {
    check(access);
    return List.of(new CalendarListing(PRIMARY, "Mine", null, AccessRole.OWNER, true));
  }

  @Override
  public EventPage full(Access access, CalendarRef calendar, Window window, CalendarOwner owner)
      throws ProviderException {
    check(access);
    return new EventPage(
        EventPage.Coverage.FULL,
        List.of(),
        List.of(),
        List.of(),
        0,
        null,
        null,
        new PageEnd.End(new EventCursor("c1")));
  }

  @Override
  public EventPage more(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, PagePlace place) {
    throw new IllegalStateException("one page");
  }

  @Override
  public EventPage next(
      Access access, CalendarRef calendar, Window window, CalendarOwner owner, EventCursor cursor)
      throws ProviderException {
    check(access);
    return EventPage.unchanged(cursor);
  }

  private void check(Access access) throws ProviderException {
    if (!(access instanceof OAuthToken token)) {
      throw new IllegalArgumentException("access: " + access);
    }
    tokens.add(token);
    if (refused.contains(token.token())) {
      throw new ProviderException(new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED));
    }
  }
}
