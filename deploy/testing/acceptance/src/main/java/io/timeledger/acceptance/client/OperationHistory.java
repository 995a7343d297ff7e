package io.timeledger.acceptance.client;

import java.util.ArrayList;
import java.util.List;

/// Operations of clients and their answers, collected from many threads.
public final class OperationHistory {
  private final long start = System.nanoTime();
  private final List<Operation> ops = new ArrayList<>();
  private final List<RequestAttempt> attempts = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();

  /// A 202, which promises an outcome for the command at this path.
  ///
  /// @param token of the client, which alone may query it
  public record Promise(String path, String token, String mark) {}

  synchronized void add(Operation operation) {
    ops.add(operation);
  }

  synchronized void add(Promise promise) {
    promises.add(promise);
  }

  synchronized void attempted(String workspace, boolean isFirst, long startNanos, int status) {
    attempts.add(
        new RequestAttempt(
            workspace,
            isFirst,
            (startNanos - start) / 1_000_000,
            (int) ((System.nanoTime() - startNanos) / 1_000_000),
            status));
  }

  /// Milliseconds since the run began.
  public long now() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  public synchronized List<Operation> ops() {
    return List.copyOf(ops);
  }

  public synchronized List<RequestAttempt> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized List<Promise> promises() {
    return List.copyOf(promises);
  }
}
