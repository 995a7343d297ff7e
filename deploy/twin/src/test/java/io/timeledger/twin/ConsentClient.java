package io.timeledger.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.http.Parameters;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

/// A member who consents: the redirect's parameters for an authorize URL.
record ConsentClient(URI twin) {
  static final String REDIRECT = "http://127.0.0.1:9/callback";

  Parameters consent(String path, Map<String, String> query) {
    String encoded =
        query.entrySet().stream()
            .map(
                parameter ->
                    parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> response = new ControlClient(twin).send("GET", path + "?" + encoded, "");
    String location = response.headers().firstValue("Location").orElseThrow();
    return Parameters.parse(URI.create(location).getRawQuery());
  }

  String code(String path, Map<String, String> query) {
    return consent(path, query).first("code").orElseThrow();
  }
}
