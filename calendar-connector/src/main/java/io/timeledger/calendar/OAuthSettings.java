package io.timeledger.calendar;

import io.timeledger.calendar.provider.oauth.OAuthServer;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The operator's OAuth client at a provider. Addresses are the provider's own if they are not set.
///
/// @param clientId null if the provider is not configured
/// @param apiUrl base address of its calendar API
/// @param revokeUrl null at a provider that has no call for it
public record OAuthSettings(
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable URI tokenUrl,
    @Nullable URI apiUrl,
    @Nullable URI revokeUrl) {
  static final OAuthSettings NONE = new OAuthSettings(null, null, null, null, null);

  private static final OAuthSettings GOOGLE =
      new OAuthSettings(
          null,
          null,
          URI.create("https://oauth2.googleapis.com/token"),
          URI.create("https://www.googleapis.com/calendar/v3"),
          URI.create("https://oauth2.googleapis.com/revoke"));
  private static final OAuthSettings MICROSOFT =
      new OAuthSettings(
          null,
          null,
          URI.create("https://login.microsoftonline.com/common/oauth2/v2.0/token"),
          URI.create("https://graph.microsoft.com/v1.0"),
          null);

  public OAuthSettings {
    if (clientId != null && clientId.isBlank()) {
      clientId = null;
    }
    if (clientId != null && (clientSecret == null || clientSecret.isBlank())) {
      throw new IllegalArgumentException(
          "timeledger.calendar: client-id %s without a client-secret".formatted(clientId));
    }
  }

  OAuthSettings orGoogle() {
    return or(GOOGLE);
  }

  OAuthSettings orMicrosoft() {
    return or(MICROSOFT);
  }

  boolean isConfigured() {
    return clientId != null;
  }

  /// Empty if the provider is not configured.
  Optional<OAuthServer> server() {
    return clientId == null || clientSecret == null || tokenUrl == null
        ? Optional.empty()
        : Optional.of(new OAuthServer(clientId, clientSecret, tokenUrl, revokeUrl));
  }

  URI requireApiUrl() {
    return Objects.requireNonNull(apiUrl);
  }

  /// All addresses that are called.
  Stream<URI> addresses() {
    return Stream.of(
            Optional.ofNullable(tokenUrl),
            Optional.ofNullable(apiUrl),
            Optional.ofNullable(revokeUrl))
        .flatMap(Optional::stream);
  }

  private OAuthSettings or(OAuthSettings other) {
    return new OAuthSettings(
        clientId,
        clientSecret,
        tokenUrl == null ? other.tokenUrl : tokenUrl,
        apiUrl == null ? other.apiUrl : apiUrl,
        revokeUrl == null ? other.revokeUrl : revokeUrl);
  }

  /// Contains no secret.
  @Override
  public String toString() {
    return "OAuthSettings[" + clientId + "]";
  }
}
