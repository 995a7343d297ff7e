package io.timeledger.twin.google;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.oauth.OAuthGrant;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.Vendor;
import java.util.Set;

/// Checks bearer tokens and their scopes.
final class GoogleAccess {
  private static final String PREFIX = "https://www.googleapis.com/auth/";

  /// What a call is about, with the scopes each of which allows it.
  enum Area {
    CALENDAR_LIST("calendar.calendarlist"),
    EVENTS("calendar.events");

    private final String scope;

    Area(String scope) {
      this.scope = scope;
    }

    private Set<String> scopes() {
      return Set.of("calendar", "calendar.readonly", scope, scope + ".readonly");
    }
  }

  private final TokenTable tokens;

  GoogleAccess(TokenTable tokens) {
    this.tokens = tokens;
  }

  Mailbox mailbox(Call call, Area area) {
    OAuthGrant grant =
        call.bearer()
            .flatMap(tokens::bearer)
            .filter(found -> found.mailbox().vendor() == Vendor.GOOGLE)
            .orElseThrow(() -> new RefusedException(GoogleErrors.unauthorized()));
    if (!covers(grant, area)) {
      throw new RefusedException(
          GoogleErrors.of(
              403,
              "global",
              "insufficientPermissions",
              "Request had insufficient authentication scopes."));
    }
    return grant.mailbox();
  }

  /// The calendar of a path; `primary` is the account's own.
  TwinCalendar calendar(Call call) {
    Mailbox mailbox = mailbox(call, Area.EVENTS);
    String id = call.variable("calendar");
    return id.equals("primary")
        ? mailbox.primary()
        : mailbox.find(id).orElseThrow(GoogleErrors::notFound);
  }

  private static boolean covers(OAuthGrant grant, Area area) {
    return grant.scopes().stream()
        .filter(scope -> scope.startsWith(PREFIX))
        .map(scope -> scope.substring(PREFIX.length()))
        .anyMatch(area.scopes()::contains);
  }
}
