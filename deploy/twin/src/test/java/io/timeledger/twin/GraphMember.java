package io.timeledger.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A member with Microsoft's client of Graph. Its sign-in library refuses plain http, so signing in
/// is done by hand.
record GraphMember(URI twin) {
  static final String SCOPES = "openid email offline_access Calendars.Read";
  private static final String BASE = "/microsoft/common/oauth2/v2.0";

  JsonNode signIn(String scopes) {
    String code =
        new ConsentClient(twin)
            .code(
                BASE + "/authorize",
                Map.of(
                    "client_id", "client-1",
                    "redirect_uri", ConsentClient.REDIRECT,
                    "response_type", "code",
                    "scope", scopes,
                    "code_challenge", GoogleMember.CHALLENGE,
                    "code_challenge_method", "S256",
                    "login_hint", "member@example.com"));
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            ConsentClient.REDIRECT,
            "code_verifier",
            GoogleMember.VERIFIER));
  }

  JsonNode refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private JsonNode token(Map<String, String> form) {
    LinkedHashMap<String, String> all = new LinkedHashMap<>(form);
    all.put("client_id", "client-1");
    all.put("client_secret", "secret");
    String body =
        all.entrySet().stream()
            .map(
                parameter ->
                    parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return JsonMapper.shared()
        .readTree(new ControlClient(twin).send("POST", BASE + "/token", body).body());
  }

  GraphServiceClient graph() {
    return graph(signIn(SCOPES).required("access_token").asString());
  }

  GraphServiceClient graph(String accessToken) {
    GraphServiceClient client =
        new GraphServiceClient(
            (request, _) -> request.headers.add("Authorization", "Bearer " + accessToken));
    client.getRequestAdapter().setBaseUrl(twin + "/microsoft/v1.0");
    return client;
  }
}
