package io.timeledger.twin.http;

/// Answers a call.
@FunctionalInterface
public interface CallHandler {
  /// @throws RefusedException with the answer of an error
  HttpAnswer handle(Call call);
}
