package io.timeledger.acceptance.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// All clients. Their operations follow from the seed; the timing depends on the platform.
public final class ClientPool {
  private static final int CLIENTS_PER_MEMBER = 2;
  private static final Duration SETTLING = Duration.ofMinutes(2);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicBoolean patient = new AtomicBoolean(true);

  public static ClientPool start(
      Population population, List<URI> apis, long seed, OperationHistory history) {
    ClientPool clientPool = new ClientPool();
    int number = 0;
    for (WorkspaceMember person : population.members()) {
      for (int i = 0; i < CLIENTS_PER_MEMBER; i++) {
        Random random = new Random(seed * 31 + number);
        clientPool.threads.execute(
            new SimulatedClient(
                "c" + number++,
                person,
                apis,
                random,
                history,
                clientPool.going::get,
                clientPool.patient::get));
      }
    }
    return clientPool;
  }

  /// Lets every client wait for the outcome of its last operation, for up to two minutes. Call it
  /// after all faults have ended.
  public void end() throws InterruptedException {
    going.set(false);
    threads.shutdown();
    if (!threads.awaitTermination(SETTLING.toSeconds(), TimeUnit.SECONDS)) {
      patient.set(false);
      threads.awaitTermination(30, TimeUnit.SECONDS);
    }
  }
}
