package io.timeledger.egress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The result of a call.
///
/// @param statusCode null without a response
/// @param error a short stable text; null after a complete response
/// @param remoteIp the dialled address; null when none was
/// @param responseHeaders by lower-case name
public record HttpExchange(
    CallOutcome outcome,
    @Nullable Integer statusCode,
    @Nullable String error,
    @Nullable String remoteIp,
    Map<String, List<String>> responseHeaders,
    ResponseBody body,
    Timings timings) {

  /// The first value of a header.
  public Optional<String> header(String lowerCaseName) {
    return responseHeaders.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }

  /// Milliseconds per phase; null for phases that did not happen.
  ///
  /// @param total measured for every call
  public record Timings(
      @Nullable Integer dns,
      @Nullable Integer connect,
      @Nullable Integer tls,
      @Nullable Integer firstByte,
      Duration total) {}
}
