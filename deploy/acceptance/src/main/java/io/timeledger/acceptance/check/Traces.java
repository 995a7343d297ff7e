package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Kind;
import io.timeledger.acceptance.client.Op;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each wish left on the log: the events that carry its mark, or that end the entry it meant.
final class Traces {
  private final Map<String, Integer> counts = new HashMap<>();

  Traces(List<Fact> facts) {
    for (Fact fact : facts) {
      Entry entry = fact.entry();
      if (entry != null) {
        String what =
            switch (fact.type()) {
              case "time_entry.created" -> Kind.CREATE + entry.externalId();
              case "timer.started" -> Kind.START + entry.description();
              case "timer.stopped" -> Kind.STOP + entry.id();
              case "time_entry.updated" -> Kind.EDIT + entry.description();
              case "time_entry.deleted" -> Kind.DELETE + entry.id();
              default -> "";
            };
        counts.merge(entry.workspace() + what, 1, Integer::sum);
      }
    }
  }

  int of(Op op) {
    String what =
        switch (op.kind()) {
          case CREATE, CREATE_WRONG -> Kind.CREATE + op.mark();
          case START -> Kind.START + op.mark();
          case EDIT -> Kind.EDIT + op.mark();
          case STOP, DELETE -> op.kind() + Objects.requireNonNullElse(op.id(), "?");
        };
    return counts.getOrDefault(op.workspace() + what, 0);
  }
}
