package io.timeledger.twin.graph;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.oauth.OAuthGrant;
import io.timeledger.twin.oauth.TokenTable;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.Vendor;
import io.timeledger.twin.traffic.ApiCaller;
import io.timeledger.twin.traffic.MailboxLoad;
import java.util.Set;

/// Checks bearer tokens, their scopes, and that a mailbox has no more than four calls at once.
final class GraphAccess {
  private static final String PREFIX = "https://graph.microsoft.com/";
  private static final int MOST_AT_ONCE = 4;
  private static final Set<String> SCOPES =
      Set.of("Calendars.Read", "Calendars.ReadBasic", "Calendars.ReadWrite");

  private final TokenTable tokens;
  private final MailboxLoad load;

  GraphAccess(TokenTable tokens, MailboxLoad load) {
    this.tokens = tokens;
    this.load = load;
  }

  Mailbox mailbox(Call call) {
    OAuthGrant grant =
        call.bearer()
            .flatMap(tokens::bearer)
            .filter(found -> found.mailbox().vendor() == Vendor.MICROSOFT)
            .orElseThrow(() -> new RefusedException(GraphErrors.unauthorized()));
    if (grant.scopes().stream().map(GraphAccess::name).noneMatch(SCOPES::contains)) {
      throw new RefusedException(
          GraphErrors.of(
              403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."));
    }
    if (load.now(new ApiCaller(Vendor.MICROSOFT, grant.mailbox().email())) > MOST_AT_ONCE) {
      throw new RefusedException(
          GraphErrors.of(
                  429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
              .with("Retry-After", "1"));
    }
    return grant.mailbox();
  }

  /// The calendar of the path; without one, the account's own.
  TwinCalendar calendar(Call call) {
    Mailbox mailbox = mailbox(call);
    String id = call.variable("calendar");
    return id.isEmpty() ? mailbox.primary() : mailbox.find(id).orElseThrow(GraphErrors::notFound);
  }

  private static String name(String scope) {
    return scope.startsWith(PREFIX) ? scope.substring(PREFIX.length()) : scope;
  }
}
