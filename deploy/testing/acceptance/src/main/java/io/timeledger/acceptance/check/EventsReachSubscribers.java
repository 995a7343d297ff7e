package io.timeledger.acceptance.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Subscribers to all events receive every entry and timer event since then, at least once.
final class EventsReachSubscribers implements Invariant {
  private static final Set<String> TOLD =
      Set.of(
          "time_entry.created",
          "time_entry.updated",
          "time_entry.deleted",
          "timer.started",
          "timer.stopped");

  @Override
  public Stream<String> violations(Evidence evidence) {
    return expected(evidence.factsByWorkspace().values().stream())
        .filter(fact -> !evidence.received().containsKey(fact.id()))
        .map(
            fact ->
                "%s %s of %s never arrived".formatted(fact.type(), fact.id(), fact.workspace()));
  }

  /// The events that subscribers should receive.
  ///
  /// @param workspaces the events of each in order
  static Stream<ObservedEvent> expected(Stream<List<ObservedEvent>> workspaces) {
    return workspaces.flatMap(
        facts ->
            facts.stream()
                .dropWhile(fact -> !fact.is("time_webhook.upserted"))
                .filter(fact -> TOLD.contains(fact.type())));
  }
}
