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
    Map<String, List<ObservedEvent>> events =
        evidence.facts().stream()
            .filter(event -> event.type().startsWith("timer.") && event.entry() != null)
            .filter(event -> event.is("timer.started") || event.is("timer.stopped"))
            .collect(
                Collectors.groupingBy(
                    event ->
                        event.workspace() + "/" + Objects.requireNonNull(event.entry()).member()));
    Map<String, List<Operation>> operations =
        evidence.ops().stream()
            .filter(
                operation ->
                    operation.kind() == OperationKind.START
                        || operation.kind() == OperationKind.STOP)
            .collect(
                Collectors.groupingBy(
                    operation -> operation.workspace() + "/" + operation.member()));
    return Stream.concat(
        events.entrySet().stream().flatMap(member -> overlaps(member.getKey(), member.getValue())),
        operations.entrySet().stream()
            .flatMap(
                member ->
                    new Timer(events.getOrDefault(member.getKey(), List.of()))
                        .contradictions(member.getValue())));
  }

  private static Stream<String> overlaps(String member, List<ObservedEvent> events) {
    Stream.Builder<String> overlaps = Stream.builder();
    String running = "";
    for (ObservedEvent event : events) {
      String id = Objects.requireNonNull(event.entry()).id();
      boolean starts = event.is("timer.started");
      if (starts ? !running.isEmpty() : !running.equals(id)) {
        overlaps.add(
            "%s: %s of %s while %s runs"
                .formatted(member, event.type(), id, running.isEmpty() ? "none" : running));
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

    Timer(List<ObservedEvent> events) {
      String stoppedBy = "";
      for (ObservedEvent event : events) {
        places.put(event.type() + Objects.requireNonNull(event.entry()).id(), event.sequence());
        if (event.is("timer.stopped")) {
          idle.put(event.sequence(), Long.MAX_VALUE);
          stoppedBy = event.commandId();
        } else if (event.commandId().equals(stoppedBy)) {
          idle.pollLastEntry(); // one decision: nobody could have come between
        } else {
          idle.put(idle.lastKey(), event.sequence());
        }
      }
    }

    Stream<String> contradictions(List<Operation> operations) {
      Stream.Builder<String> found = Stream.builder();
      List<Operation> placed =
          operations.stream().filter(operation -> place(operation) > 0).toList();
      TreeMap<Long, Long> latest = new TreeMap<>();
      placed.stream()
          .sorted(Comparator.comparingLong(Operation::answered))
          .forEach(
              operation ->
                  latest.put(operation.answered(), Math.max(place(operation), last(latest))));
      TreeMap<Long, Long> earliest = new TreeMap<>();
      placed.stream()
          .sorted(Comparator.comparingLong(Operation::invoked).reversed())
          .forEach(
              operation ->
                  earliest.put(operation.invoked(), Math.min(place(operation), first(earliest))));
      for (Operation operation : operations) {
        Map.Entry<Long, Long> before = latest.lowerEntry(operation.invoked());
        long from = before == null ? 0 : before.getValue();
        Map.Entry<Long, Long> after = earliest.higherEntry(operation.answered());
        long to = after == null ? Long.MAX_VALUE : after.getValue();
        if (place(operation) > 0 && place(operation) < from) {
          found.add(
              "at %d, though %d was answered before: %s"
                  .formatted(place(operation), from, operation));
        } else if (NONE_RUNS.equals(operation.error()) && !isIdle(from, to)) {
          found.add(
              "told that no timer runs, between %d and %d: %s".formatted(from, to, operation));
        }
      }
      return found.build();
    }

    private boolean isIdle(long from, long to) {
      return idle.entrySet().stream().anyMatch(gap -> gap.getKey() < to && gap.getValue() > from);
    }

    /// 0 without an event.
    private long place(Operation operation) {
      String type = operation.kind() == OperationKind.START ? "timer.started" : "timer.stopped";
      return operation.isAcknowledged() ? places.getOrDefault(type + operation.id(), 0L) : 0;
    }

    private static long last(NavigableMap<Long, Long> map) {
      return map.isEmpty() ? 0 : map.lastEntry().getValue();
    }

    private static long first(NavigableMap<Long, Long> map) {
      return map.isEmpty() ? Long.MAX_VALUE : map.firstEntry().getValue();
    }
  }
}
