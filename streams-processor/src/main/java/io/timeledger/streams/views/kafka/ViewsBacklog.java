package io.timeledger.streams.views.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.LoggedEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events of workspaces whose views wait for a newer release. A view is a fold in order, so from an
/// unknown event that may move totals on, all events of its workspace are kept here, until a
/// release opens the store that knows them. Other workspaces go on.
final class ViewsBacklog {
  private static final Logger log = LoggerFactory.getLogger(ViewsBacklog.class);
  private static final List<String> FOLDED = List.of("time_entry.", "timesheet.");

  private final KeyValueStore<String, byte[]> store;
  private final Set<WorkspaceId> workspaces = new HashSet<>();
  private boolean released;

  ViewsBacklog(KeyValueStore<String, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        workspaces.add(LoggedEvent.read(all.next().value).envelope().workspaceId());
      }
    }
  }

  /// The event, unless it has to wait or is of no interest to views.
  Optional<Event> next(LoggedEvent logged) {
    EventEnvelope envelope = logged.envelope();
    if (workspaces.contains(envelope.workspaceId())) {
      hold(logged);
      return Optional.empty();
    }
    if (logged.event().isEmpty() && FOLDED.stream().anyMatch(envelope.type()::startsWith)) {
      log.warn(
          "event=views_held workspace={} sequence={} type={} remedy=\"a newer release writes it:"
              + " upgrade\"",
          envelope.workspaceId(),
          envelope.sequence(),
          envelope.type());
      workspaces.add(envelope.workspaceId());
      hold(logged);
    }
    return logged.event();
  }

  /// Hands on what is known by now, in the order of each workspace, up to the first event that is
  /// not. What this release does not know the first time, it never will.
  void releaseOnce(Consumer<Event> fold) {
    if (released) {
      return;
    }
    released = true;
    Set<WorkspaceId> waiting = new HashSet<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> held = all.next();
        LoggedEvent logged = LoggedEvent.read(held.value);
        WorkspaceId workspace = logged.envelope().workspaceId();
        if (logged.event().isEmpty()) {
          waiting.add(workspace);
        } else if (!waiting.contains(workspace)) {
          fold.accept(logged.event().get());
          store.delete(held.key);
        }
      }
    }
    workspaces.retainAll(waiting);
  }

  private void hold(LoggedEvent logged) {
    EventEnvelope envelope = logged.envelope();
    store.put(
        "%s/%019d".formatted(envelope.workspaceId().value(), envelope.sequence()),
        logged.body().getBytes(UTF_8));
  }
}
