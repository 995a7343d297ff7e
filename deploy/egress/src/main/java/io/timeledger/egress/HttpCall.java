package io.timeledger.egress;

import io.timeledger.runtime.ImmutableBytes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to make.
///
/// @param headers in the order in which they are sent
/// @param body null sends none
/// @param deadline for all of it: name, connection, head and body
/// @param mostRead maximum bytes kept of the response body
public record HttpCall(
    String method,
    URI url,
    Map<String, String> headers,
    @Nullable ImmutableBytes body,
    Duration deadline,
    int mostRead) {

  public static HttpCall post(
      URI url, Map<String, String> headers, ImmutableBytes body, Duration deadline, int mostRead) {
    return new HttpCall("POST", url, headers, body, deadline, mostRead);
  }

  public static HttpCall get(
      URI url, Map<String, String> headers, Duration deadline, int mostRead) {
    return new HttpCall("GET", url, headers, null, deadline, mostRead);
  }
}
