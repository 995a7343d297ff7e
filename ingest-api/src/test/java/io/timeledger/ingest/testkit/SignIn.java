package io.timeledger.ingest.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// A sign-in of a member at Google, as far as the API takes part.
///
/// @param authorize parameters of the authorize URL
public record SignIn(String connectionId, URI authorizeUrl, Map<String, String> authorize) {
  private static final String CALLBACK = "/api/v1/oauth/callback/google";

  /// @param rest further fields of the body, with a comma before
  public static SignIn begin(ApiClient member, String rest) {
    JsonNode begun =
        member
            .post("/api/v1/time/calendar/authorizations", "{\"provider\": \"google\"" + rest + "}")
            .requireStatus(201)
            .data();
    URI url = URI.create(begun.required("authorize_url").asString());
    return new SignIn(
        begun.required("connection_id").asString(),
        url,
        Arrays.stream(url.getRawQuery().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8))));
  }

  public String state() {
    return Objects.requireNonNull(authorize.get("state"), "state");
  }

  /// The redirect back, with these parameters besides the state.
  public String callback(String... parameters) {
    UriComponentsBuilder url =
        UriComponentsBuilder.fromPath(CALLBACK).queryParam("state", encoded(state()));
    for (int i = 0; i < parameters.length; i += 2) {
      url.queryParam(parameters[i], encoded(parameters[i + 1]));
    }
    return url.build(true).toUriString();
  }

  /// The ticket, after the provider has redirected with the code.
  public String ticket(ApiClient browser, String code) {
    return browser
        .get(callback("code", code), "Accept", "application/json")
        .requireStatus(200)
        .data()
        .required("ticket")
        .asString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
