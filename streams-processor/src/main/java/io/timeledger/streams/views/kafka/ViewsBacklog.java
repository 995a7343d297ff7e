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

/// Backlog of events for workspaces whose views wait for a newer release. Views fold events in
/// order, so from an unknown event that may change totals on, all events of its workspace are
/// stored here, until a release that knows them opens the store. Other workspaces continue.
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

  /// The event, unless it has to wait or does not concern views.
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

  /// Passes on events that are known by now, in order per workspace, up to the first unknown one.
  /// Once is enough: this release's knowledge does not change.
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
