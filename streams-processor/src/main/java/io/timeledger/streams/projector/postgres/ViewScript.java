package io.timeledger.streams.projector.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// The SQL of the views of `read` and `reporting`, for any projection.
record ViewScript(String template) {
  private static final String RESOURCE = "/db/views/read_and_reporting.sql";
  private static final String PLACEHOLDER = "${projection}";

  static ViewScript load() {
    try (InputStream in = ViewScript.class.getResourceAsStream(RESOURCE)) {
      return new ViewScript(new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  String over(String schema) {
    return template.replace(PLACEHOLDER, schema);
  }

  /// Changes whenever the views do.
  String checksum() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(template.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
