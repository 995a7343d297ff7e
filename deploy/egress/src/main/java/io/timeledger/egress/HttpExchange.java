package io.timeledger.egress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a call brought.
///
/// @param statusCode null when there was no answer
/// @param error in a few stable words; null when there was an answer to the end
/// @param remoteIp that was dialled; null when none was
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

  /// How long each part took, in milliseconds; null for parts that did not happen.
  ///
  /// @param total measured for every call
  public record Timings(
      @Nullable Integer dns,
      @Nullable Integer connect,
      @Nullable Integer tls,
      @Nullable Integer firstByte,
      Duration total) {}
}
