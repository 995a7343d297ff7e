package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import io.timeledger.acceptance.client.OperationKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The events of each client operation: those with its mark, or those that end its target entry.
final class EventsByMark {
  private final Map<String, Integer> counts = new HashMap<>();

  EventsByMark(List<ObservedEvent> events) {
    for (ObservedEvent event : events) {
      ObservedEntry entry = event.entry();
      if (entry != null) {
        String what =
            switch (event.type()) {
              case "time_entry.created" -> OperationKind.CREATE + entry.externalId();
              case "timer.started" -> OperationKind.START + entry.description();
              case "timer.stopped" -> OperationKind.STOP + entry.id();
              case "time_entry.updated" -> OperationKind.EDIT + entry.description();
              case "time_entry.deleted" -> OperationKind.DELETE + entry.id();
              default -> "";
            };
        counts.merge(entry.workspace() + what, 1, Integer::sum);
      }
    }
  }

  int of(Operation operation) {
    String what =
        switch (operation.kind()) {
          case CREATE, CREATE_WRONG -> OperationKind.CREATE + operation.mark();
          case START -> OperationKind.START + operation.mark();
          case EDIT -> OperationKind.EDIT + operation.mark();
          case STOP, DELETE -> operation.kind() + Objects.requireNonNullElse(operation.id(), "?");
        };
    return counts.getOrDefault(operation.workspace() + what, 0);
  }
}
