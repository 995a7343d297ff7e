package io.timeledger.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// The operator's clients at a stand-in for Google and Microsoft, as environment variables.
final class ProviderSettings {
  private static final String PREFIX = "TIMELEDGER_CALENDAR_";

  private ProviderSettings() {}

  static Map<String, String> at(URI twin) {
    Map<String, String> settings = new HashMap<>();
    client(settings, "GOOGLE");
    settings.put(PREFIX + "GOOGLE_AUTHORIZEURL", twin + "/google/o/oauth2/v2/auth");
    settings.put(PREFIX + "GOOGLE_TOKENURL", twin + "/google/token");
    settings.put(PREFIX + "GOOGLE_APIURL", twin + "/google/calendar/v3");
    settings.put(PREFIX + "GOOGLE_REVOKEURL", twin + "/google/revoke");
    client(settings, "MICROSOFT");
    settings.put(
        PREFIX + "MICROSOFT_AUTHORIZEURL", twin + "/microsoft/common/oauth2/v2.0/authorize");
    settings.put(PREFIX + "MICROSOFT_TOKENURL", twin + "/microsoft/common/oauth2/v2.0/token");
    settings.put(PREFIX + "MICROSOFT_APIURL", twin + "/microsoft/v1.0");
    return settings;
  }

  private static void client(Map<String, String> settings, String provider) {
    settings.put(PREFIX + provider + "_CLIENTID", "client-of-the-operator");
    settings.put(PREFIX + provider + "_CLIENTSECRET", "secret-of-the-client");
  }
}
