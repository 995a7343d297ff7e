package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import io.timeledger.acceptance.client.OperationKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The log proves that each member's timer is one register: at most one runs at a time; a request
/// sent after another was answered comes after it on the log; and a client that was answered "no
/// timer runs" asked while there was a moment without one.
final class TimersAreLinearizable implements Invariant {
  private static final String NONE_RUNS = "no_running_timer";

  @Override
  public Stream<String> violations(Evidence evidence) {
    Map<String, List<ObservedEvent>> facts =
        evidence.facts().stream()
            .filter(fact -> fact.type().startsWith("timer.") && fact.entry() != null)
            .filter(fact -> fact.is("timer.started") || fact.is("timer.stopped"))
            .collect(
                Collectors.groupingBy(
                    fact ->
                        fact.workspace() + "/" + Objects.requireNonNull(fact.entry()).member()));
    Map<String, List<Operation>> ops =
        evidence.ops().stream()
            .filter(op -> op.kind() == OperationKind.START || op.kind() == OperationKind.STOP)
            .collect(Collectors.groupingBy(op -> op.workspace() + "/" + op.member()));
    return Stream.concat(
        facts.entrySet().stream().flatMap(member -> overlaps(member.getKey(), member.getValue())),
        ops.entrySet().stream()
            .flatMap(
                member ->
                    new Timer(facts.getOrDefault(member.getKey(), List.of()))
                        .contradictions(member.getValue())));
  }

  private static Stream<String> overlaps(String member, List<ObservedEvent> facts) {
    Stream.Builder<String> overlaps = Stream.builder();
    String running = "";
    for (ObservedEvent fact : facts) {
      String id = Objects.requireNonNull(fact.entry()).id();
      boolean starts = fact.is("timer.started");
      if (starts ? !running.isEmpty() : !running.equals(id)) {
        overlaps.add(
            "%s: %s of %s while %s runs"
                .formatted(member, fact.type(), id, running.isEmpty() ? "none" : running));
      }
      running = starts ? id : "";
    }
    return overlaps.build();
  }

  /// One member's timer by the log.
  private static final class Timer {
    private final Map<String, Long> places = new HashMap<>();

    /// Sequences after which no timer runs, each with the sequence of the next start.
    private final TreeMap<Long, Long> idle = new TreeMap<>(Map.of(0L, Long.MAX_VALUE));

    Timer(List<ObservedEvent> facts) {
      String stoppedBy = "";
      for (ObservedEvent fact : facts) {
        places.put(fact.type() + Objects.requireNonNull(fact.entry()).id(), fact.sequence());
        if (fact.is("timer.stopped")) {
          idle.put(fact.sequence(), Long.MAX_VALUE);
          stoppedBy = fact.commandId();
        } else if (fact.commandId().equals(stoppedBy)) {
          idle.pollLastEntry(); // one decision: nobody could have come between
        } else {
          idle.put(idle.lastKey(), fact.sequence());
        }
      }
    }

    Stream<String> contradictions(List<Operation> ops) {
      Stream.Builder<String> found = Stream.builder();
      List<Operation> placed = ops.stream().filter(op -> place(op) > 0).toList();
      TreeMap<Long, Long> latest = new TreeMap<>();
      placed.stream()
          .sorted(Comparator.comparingLong(Operation::answered))
          .forEach(op -> latest.put(op.answered(), Math.max(place(op), last(latest))));
      TreeMap<Long, Long> earliest = new TreeMap<>();
      placed.stream()
          .sorted(Comparator.comparingLong(Operation::invoked).reversed())
          .forEach(op -> earliest.put(op.invoked(), Math.min(place(op), first(earliest))));
      for (Operation op : ops) {
        Map.Entry<Long, Long> before = latest.lowerEntry(op.invoked());
        long from = before == null ? 0 : before.getValue();
        Map.Entry<Long, Long> after = earliest.higherEntry(op.answered());
        long to = after == null ? Long.MAX_VALUE : after.getValue();
        if (place(op) > 0 && place(op) < from) {
          found.add("at %d, though %d was answered before: %s".formatted(place(op), from, op));
        } else if (NONE_RUNS.equals(op.error()) && !isIdle(from, to)) {
          found.add("told that no timer runs, between %d and %d: %s".formatted(from, to, op));
        }
      }
      return found.build();
    }

    private boolean isIdle(long from, long to) {
      return idle.entrySet().stream().anyMatch(gap -> gap.getKey() < to && gap.getValue() > from);
    }

    /// 0 without an event.
    private long place(Operation op) {
      String type = op.kind() == OperationKind.START ? "timer.started" : "timer.stopped";
      return op.isAcknowledged() ? places.getOrDefault(type + op.id(), 0L) : 0;
    }

    private static long last(NavigableMap<Long, Long> map) {
      return map.isEmpty() ? 0 : map.lastEntry().getValue();
    }

    private static long first(NavigableMap<Long, Long> map) {
      return map.isEmpty() ? Long.MAX_VALUE : map.firstEntry().getValue();
    }
  }
}
