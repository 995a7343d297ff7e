package io.timeledger.ingest.web.body;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Time limits for receiving a request.
///
/// @param headPatience for the request line and the headers, and for a TLS handshake
/// @param bodyPatience for a body, in addition to what its length allows
/// @param bodyBytesPerSecond the slowest allowed pace of a long body
@ConfigurationProperties("timeledger.requests")
public record RequestProperties(
    @DefaultValue("20s") Duration headPatience,
    @DefaultValue("20s") Duration bodyPatience,
    @DefaultValue("8192") int bodyBytesPerSecond) {

  public RequestProperties {
    if (!headPatience.isPositive() || !bodyPatience.isPositive() || bodyBytesPerSecond < 1) {
      throw new IllegalArgumentException(
          "timeledger.requests: %s, %s, %d (expected: more than 0)"
              .formatted(headPatience, bodyPatience, bodyBytesPerSecond));
    }
  }

  /// The time limit for a number of bytes.
  Duration patience(long bytes) {
    return bodyPatience.plusMillis(bytes * 1_000 / bodyBytesPerSecond);
  }
}
