package io.timeledger.twin.push;

import io.timeledger.twin.fault.FaultKind;
import io.timeledger.twin.fault.FaultPlan;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Sends notifications once each, those of a channel in order. Redirects are not followed.
public final class PushSender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REMEMBERED = 10_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, CompletableFuture<Integer>> last = new ConcurrentHashMap<>();
  private final List<PushRecord> records = new ArrayList<>();
  private final FaultPlan faults;

  public PushSender(FaultPlan faults) {
    this.faults = faults;
  }

  public void send(PushMessage message) {
    if (planned(FaultKind.DROP_PUSH, message)) {
      remember(new PushRecord(message, PushRecord.DROPPED));
      return;
    }
    int times = planned(FaultKind.REPEAT_PUSH, message) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      last.compute(
          message.channel(),
          (_, before) ->
              (before == null ? CompletableFuture.completedFuture(0) : before)
                  .thenCompose(_ -> deliver(message)));
    }
  }

  /// Sends a call that needs its answer: the handshake of a subscription.
  public CompletableFuture<HttpResponse<String>> ask(PushMessage message) {
    return client.sendAsync(request(message), BodyHandlers.ofString());
  }

  /// The newest at the end.
  public synchronized List<PushRecord> records() {
    return List.copyOf(records);
  }

  private CompletableFuture<Integer> deliver(PushMessage message) {
    return client
        .sendAsync(request(message), BodyHandlers.discarding())
        .handle((response, failure) -> failure == null ? response.statusCode() : 0)
        .whenComplete((status, _) -> remember(new PushRecord(message, status)));
  }

  private boolean planned(FaultKind kind, PushMessage message) {
    return faults.push(kind, message.vendor(), message.account(), message.address().getPath());
  }

  private synchronized void remember(PushRecord sent) {
    if (records.size() == REMEMBERED) {
      records.removeFirst();
    }
    records.add(sent);
  }

  private static HttpRequest request(PushMessage message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(message.address())
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(message.body()));
    message.headers().forEach(request::header);
    return request.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
