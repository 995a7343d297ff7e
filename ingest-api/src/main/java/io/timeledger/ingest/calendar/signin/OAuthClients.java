package io.timeledger.ingest.calendar.signin;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.runtime.network.PushAvailability;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operator's OAuth clients. A provider is configured when its client id is.
public final class OAuthClients {
  private static final Map<Provider, String> AUTHORIZE_URLS =
      Map.of(
          Provider.GOOGLE,
          "https://accounts.google.com/o/oauth2/v2/auth",
          Provider.MICROSOFT,
          "https://login.microsoftonline.com/common/oauth2/v2.0/authorize");

  private final Map<Provider, OAuthClient> clients = new EnumMap<>(Provider.class);
  private final Set<String> returnUrls;
  private final @Nullable String publicUrl;

  /// @throws IllegalArgumentException if a setting is not an absolute http address, or a client
  ///     has no public URL that its provider could redirect to
  OAuthClients(IngestProperties properties) {
    IngestProperties.Calendar calendar = properties.calendar();
    put(Provider.GOOGLE, calendar.google(), properties.publicUrl());
    put(Provider.MICROSOFT, calendar.microsoft(), properties.publicUrl());
    publicUrl = properties.publicUrl();
    returnUrls = Set.copyOf(calendar.returnUrls());
    returnUrls.forEach(url -> requireAddress("timeledger.calendar.return-urls", url));
  }

  /// Whether members can connect calendars of the provider.
  public boolean isConfigured(Provider provider) {
    return provider == Provider.ICS || clients.containsKey(provider);
  }

  /// Whether the provider can report changes of calendars to this API.
  ///
  /// @param keyed whether there is a key for secrets
  PushAvailability push(Provider provider, boolean keyed) {
    OAuthClient client = clients.get(provider);
    URI at = client == null ? null : client.authorizeUrl();
    return PushAvailability.of(provider, publicUrl, at, keyed);
  }

  /// Whether the operator allows to hand tickets over at the address; compared exactly.
  boolean mayReturnTo(String url) {
    return returnUrls.contains(url);
  }

  /// @throws ApiException `provider_not_configured`
  OAuthClient require(Provider provider) {
    OAuthClient client = clients.get(provider);
    if (client == null) {
      throw ApiException.of(
          ErrorCode.PROVIDER_NOT_CONFIGURED,
          "provider",
          ErrorCode.PROVIDER_NOT_CONFIGURED.meaning());
    }
    return client;
  }

  private void put(Provider provider, IngestProperties.Client client, @Nullable String publicUrl) {
    String id = client.clientId();
    if (id == null || id.isBlank()) {
      return;
    }
    if (publicUrl == null) {
      throw new IllegalArgumentException(
          "timeledger.public-url: missing (expected: the address that members reach this API at)");
    }
    String own = requireAddress("timeledger.public-url", publicUrl).replaceFirst("/+$", "");
    String authorizeUrl = client.authorizeUrl();
    String name = provider.name().toLowerCase(Locale.ROOT);
    clients.put(
        provider,
        new OAuthClient(
            provider,
            id,
            URI.create(
                requireAddress(
                    "timeledger.calendar." + name + ".authorize-url",
                    authorizeUrl == null ? AUTHORIZE_URLS.get(provider) : authorizeUrl)),
            own + "/api/v1/oauth/callback/" + name));
  }

  private static String requireAddress(String setting, @Nullable String url) {
    try {
      URI uri = new URI(String.valueOf(url));
      if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null) {
        return uri.toString();
      }
    } catch (URISyntaxException _) {
      // as for any other text
    }
    throw new IllegalArgumentException(
        "%s: %s (expected: an http or https address without a fragment)".formatted(setting, url));
  }
}
