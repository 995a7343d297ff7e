package io.timeledger.local;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// OAuth clients at Google and Microsoft: those of the twin, and for Google a real one if the
/// operator has one.
///
/// @param twin address of the stand-in for both
record CalendarClients(URI twin, Optional<GoogleClient> google) {
  /// The twin takes any client, and the first secret that it shows.
  private static final String ID = "timeledger-local";

  private static final String SECRET = "local-secret";

  /// A client registered at Google.
  record GoogleClient(String id, String secret) {

    /// @param id null for none
    /// @throws StartFailedException if there is an id, but no secret
    static Optional<GoogleClient> of(@Nullable String id, @Nullable String secret) {
      if (id == null) {
        return Optional.empty();
      }
      if (secret == null || secret.isBlank()) {
        throw new StartFailedException("--google-client needs GOOGLE_CLIENT_SECRET");
      }
      return Optional.of(new GoogleClient(id, secret));
    }
  }

  /// Settings of ingest-api, which never has a secret.
  ///
  /// @param port of the API, which the providers redirect browsers to
  Map<String, String> forApi(int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("timeledger.public-url", "http://127.0.0.1:" + port);
    settings.put("timeledger.calendar.microsoft.client-id", ID);
    settings.put(
        "timeledger.calendar.microsoft.authorize-url",
        twin + "/microsoft/common/oauth2/v2.0/authorize");
    settings.put("timeledger.calendar.google.client-id", google.map(GoogleClient::id).orElse(ID));
    if (google.isEmpty()) {
      settings.put("timeledger.calendar.google.authorize-url", twin + "/google/o/oauth2/v2/auth");
    }
    return settings;
  }

  /// Settings of calendar-connector.
  ///
  /// @param port of the API, which the twin reports changes to
  Map<String, String> forConnector(int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("timeledger.public-url", "http://127.0.0.1:" + port);
    String microsoft = "timeledger.calendar.microsoft.";
    settings.put(microsoft + "client-id", ID);
    settings.put(microsoft + "client-secret", SECRET);
    settings.put(microsoft + "token-url", twin + "/microsoft/common/oauth2/v2.0/token");
    settings.put(microsoft + "api-url", twin + "/microsoft/v1.0");
    String own = "timeledger.calendar.google.";
    settings.put(own + "client-id", google.map(GoogleClient::id).orElse(ID));
    settings.put(own + "client-secret", google.map(GoogleClient::secret).orElse(SECRET));
    if (google.isEmpty()) {
      settings.put(own + "token-url", twin + "/google/token");
      settings.put(own + "revoke-url", twin + "/google/revoke");
      settings.put(own + "api-url", twin + "/google/calendar/v3");
    }
    return settings;
  }
}
