package io.timeledger.acceptance.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A request, the same in every attempt.
record PlannedRequest(
    OperationKind kind,
    String mark,
    String method,
    String path,
    String body,
    @Nullable String target) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 180;

  /// @param entries of the client, to edit and delete
  static PlannedRequest any(Random random, String mark, List<String> entries) {
    int dice = random.nextInt(100);
    if (dice < 40 || (dice >= 75 && dice < 95 && entries.isEmpty())) {
      return create(random, mark);
    } else if (dice < 60) {
      return new PlannedRequest(
          OperationKind.START,
          mark,
          "POST",
          "/api/v1/time/timer/start",
          "{\"entity_type\": \"internal\", \"description\": \"%s\"}".formatted(mark),
          null);
    } else if (dice < 75) {
      return new PlannedRequest(
          OperationKind.STOP, mark, "POST", "/api/v1/time/timer/stop", "", null);
    } else if (dice < 88) {
      String entry = entries.get(random.nextInt(entries.size()));
      return new PlannedRequest(
          OperationKind.EDIT,
          mark,
          "PATCH",
          "/api/v1/time-entries/" + entry,
          "{\"description\": \"%s\"}".formatted(mark),
          entry);
    } else if (dice < 95) {
      String entry = entries.get(random.nextInt(entries.size()));
      return new PlannedRequest(
          OperationKind.DELETE, mark, "DELETE", "/api/v1/time-entries/" + entry, "", entry);
    } else {
      return wrong(mark);
    }
  }

  private static PlannedRequest create(Random random, String mark) {
    return new PlannedRequest(
        OperationKind.CREATE,
        mark,
        "POST",
        "/api/v1/time-entries",
        """
        {"log_date": "%s", "hours": 0.05, "project_id": "p%d", "billable": %s,
         "external_source": "faults", "external_id": "%s"}
        """
            .formatted(
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                random.nextInt(5),
                random.nextBoolean(),
                mark),
        null);
  }

  private static PlannedRequest wrong(String mark) {
    return new PlannedRequest(
        OperationKind.CREATE_WRONG,
        mark,
        "POST",
        "/api/v1/time-entries",
        """
        {"started_at": "2026-03-03T10:00:00Z", "ended_at": "2026-03-03T09:00:00Z",
         "external_source": "faults", "external_id": "%s"}
        """
            .formatted(mark),
        null);
  }
}
