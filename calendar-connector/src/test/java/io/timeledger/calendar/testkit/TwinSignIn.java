package io.timeledger.calendar.testkit;

import io.timeledger.schemas.calendar.CalendarScopes;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.twin.script.TwinAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/// Signs in at the twin as its real providers are signed in at.
///
/// @param twin its address
public record TwinSignIn(URI twin) {
  /// Settings of a connector that reads calendars at the twin.
  public String[] settings() {
    return Stream.of(
            client("google"),
            Stream.of(
                "google.token-url=" + twin + "/google/token",
                "google.api-url=" + twin + "/google/calendar/v3",
                "google.revoke-url=" + twin + "/google/revoke"),
            client("microsoft"),
            Stream.of(
                "microsoft.token-url=" + twin + "/microsoft/common/oauth2/v2.0/token",
                "microsoft.api-url=" + twin + "/microsoft/v1.0"))
        .flatMap(settings -> settings)
        .map(setting -> "--timeledger.calendar." + setting)
        .toArray(String[]::new);
  }

  public static Provider provider(TwinAccount account) {
    return Provider.valueOf(account.provider().toUpperCase(Locale.ROOT));
  }

  /// The ticket of an account that has consented.
  public String ticket(TwinAccount account) {
    Provider provider = provider(account);
    String page =
        provider == Provider.GOOGLE
            ? "/google/o/oauth2/v2/auth?access_type=offline&prompt=consent"
            : "/microsoft/common/oauth2/v2.0/authorize?response_mode=query";
    String code =
        ConsentRedirect.code(
            twin
                + page
                + ConsentRedirect.parameter(
                    "scope", String.join(" ", CalendarScopes.requested(provider)))
                + ConsentRedirect.parameter("login_hint", account.address()));
    return SignInServer.ticket(code, Instant.now().plus(Duration.ofMinutes(10)));
  }

  private static Stream<String> client(String provider) {
    return Stream.of(
        provider + ".client-id=" + SignInServer.CLIENT_ID,
        provider + ".client-secret=" + SignInServer.CLIENT_SECRET);
  }
}
