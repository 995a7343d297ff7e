package io.timeledger.acceptance.client;

import io.timeledger.harness.rest.RestClient;
import io.timeledger.harness.rest.RestClient.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One client of a member: performs operations in sequence, and retries each with its key until an
/// answer has the outcome.
final class SimulatedClient implements Runnable {
  private static final int NOT_YET = 202;
  private static final int PAUSE_MILLIS = 250;
  private static final int LONGEST_THOUGHT_MILLIS = 3000;

  private final String name;
  private final WorkspaceMember person;
  private final List<URI> apis;
  private final Random random;
  private final OperationHistory history;
  private final BooleanSupplier going;
  private final BooleanSupplier patient;
  private final List<String> entries = new ArrayList<>();

  /// @param going whether to begin another operation
  /// @param patient whether to retry operations without an outcome
  SimulatedClient(
      String name,
      WorkspaceMember person,
      List<URI> apis,
      Random random,
      OperationHistory history,
      BooleanSupplier going,
      BooleanSupplier patient) {
    this.name = name;
    this.person = person;
    this.apis = apis;
    this.random = random;
    this.history = history;
    this.going = going;
    this.patient = patient;
  }

  @Override
  public void run() {
    for (int number = 0; going.getAsBoolean(); number++) {
      Operation operation = fulfil(PlannedRequest.any(random, name + "-" + number, entries));
      history.add(operation);
      if (operation.isAcknowledged() && operation.id() != null) {
        learn(operation.kind(), operation.id());
      }
      pause(random.nextInt(LONGEST_THOUGHT_MILLIS));
    }
  }

  private void learn(OperationKind kind, String id) {
    if (kind == OperationKind.CREATE) {
      entries.add(id);
    } else if (kind == OperationKind.DELETE) {
      entries.remove(id);
    }
  }

  private Operation fulfil(PlannedRequest planned) {
    long invoked = System.nanoTime();
    Answer answer = attempt(planned, true);
    while (!answer.isFinal() && patient.getAsBoolean() && pause(PAUSE_MILLIS)) {
      answer = attempt(planned, false);
    }
    boolean told = answer.isFinal();
    String id = answer.data().path("id").asString("");
    return new Operation(
        person.workspace(),
        person.id(),
        planned.kind(),
        planned.mark(),
        planned.target(),
        invoked,
        System.nanoTime(),
        told ? answer.status() : 0,
        id.isEmpty() ? planned.target() : id,
        answer.error());
  }

  private Answer attempt(PlannedRequest planned, boolean isFirst) {
    long start = System.nanoTime();
    Answer answer =
        RestClient.send(
            apis.get(random.nextInt(apis.size())),
            person.token(),
            planned.method(),
            planned.path(),
            planned.body(),
            Map.of("Idempotency-Key", planned.mark()));
    history.attempted(person.workspace(), isFirst, start, answer.status());
    if (answer.status() == NOT_YET) {
      history.add(new OperationHistory.Promise(answer.location(), person.token(), planned.mark()));
    }
    return answer;
  }

  private static boolean pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
