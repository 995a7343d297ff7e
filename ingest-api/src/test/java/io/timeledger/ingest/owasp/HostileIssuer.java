package io.timeledger.ingest.owasp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves the keys of issuers of all manners. The tokens of each are signed with the right key.
final class HostileIssuer implements AutoCloseable {
  static final String GOOD = "good";
  static final List<String> BAD =
      List.of("endless", "dripping", "silent", "elsewhere", "senseless", "failing", "deep");

  private final RSAKey key;
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  HostileIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("key").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  int asked() {
    return asked.get();
  }

  /// Arguments that make the API trust all of them.
  String[] configuration(String workspace) {
    List<String> all = new ArrayList<>();
    List<String> manners = new ArrayList<>(BAD);
    manners.addFirst(GOOD);
    for (String manner : manners) {
      String issuer = "--timeledger.oidc.issuers[%d].".formatted(manners.indexOf(manner));
      all.add(issuer + "issuer=" + url(manner));
      all.add(issuer + "audiences=timeledger");
      all.add(issuer + "jwks-uri=" + url(manner));
      all.add(issuer + "workspace=" + workspace);
    }
    return all.toArray(String[]::new);
  }

  String token(String manner) {
    return token(manner, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build());
  }

  /// A token that says by itself where its key is.
  String tokenWithKeyAt(String manner) {
    return token(
        manner,
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("key")
            .jwkURL(url(manner))
            .x509CertURL(url(manner))
            .jwk(key.toPublicJWK())
            .build());
  }

  private String token(String manner, JWSHeader header) {
    SignedJWT token =
        new SignedJWT(
            header,
            new JWTClaimsSet.Builder()
                .issuer(url(manner).toString())
                .audience("timeledger")
                .subject("u_owner")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                .build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private URI url(String manner) {
    return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), manner));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      String manner = exchange.getRequestURI().getPath().substring(1);
      byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
      switch (manner) {
        case "endless" -> goOn(exchange, " ".repeat(8192).getBytes(UTF_8), 0);
        case "dripping" -> goOn(exchange, " ".getBytes(UTF_8), 100);
        case "silent" -> pause(60_000);
        case "elsewhere" -> {
          exchange.getResponseHeaders().set("Location", url(GOOD).toString());
          exchange.sendResponseHeaders(302, -1);
        }
        case "senseless" -> send(exchange, 200, "<html>".getBytes(UTF_8));
        case "failing" -> send(exchange, 500, keys);
        case "deep" -> send(exchange, 200, "[".repeat(100_000).getBytes(UTF_8));
        default -> send(exchange, 200, keys);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void goOn(HttpExchange exchange, byte[] part, int pauseMillis) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    while (!pause(pauseMillis)) {
      out.write(part);
      out.flush();
    }
  }

  /// Whether it is over.
  private boolean pause(int millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
