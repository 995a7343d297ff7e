package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser at an authorization server whose user consents at once.
final class ConsentRedirect {
  static final String URL = "https://time.example.com/api/v1/oauth/callback/google";

  /// Of PKCE.
  static final String VERIFIER = "verifier-that-is-at-least-43-characters-long-ok";

  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private ConsentRedirect() {}

  /// The code that the server redirects back with.
  ///
  /// @param page of the server, with the parameters of its own
  static String code(String page) {
    String url =
        page
            + (page.contains("?") ? "&" : "?")
            + "response_type=code&code_challenge_method=S256"
            + parameter("code_challenge", challenge())
            + parameter("client_id", SignInServer.CLIENT_ID)
            + parameter("redirect_uri", URL)
            + parameter("state", UUID.randomUUID().toString());
    HttpResponse<String> response = opened(url);
    Matcher code = CODE.matcher(response.headers().firstValue("location").orElse(""));
    if (!code.find()) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return URLDecoder.decode(code.group(1), UTF_8);
  }

  static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static HttpResponse<String> opened(String url) {
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
