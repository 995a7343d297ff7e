package io.timeledger.twin.google;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.CallHandler;
import io.timeledger.twin.http.HttpAnswer;

/// Serves Google's API at the root, too: its client for Node.js keeps only scheme, host and port of
/// a root URL.
public record RootPaths(CallHandler next) implements CallHandler {
  @Override
  public HttpAnswer handle(Call call) {
    return next.handle(
        call.path().startsWith("/calendar/v3/") ? call.at("/google" + call.path()) : call);
  }
}
