package io.timeledger.streams.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.streams.ledger.state.StateTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;

/// Watches the running timers of a partition and sends a command for each that passes the threshold
/// of its workspace. The command's id derives from timer and threshold, so that resending is a
/// no-op; the ledger decides.
final class RunawayTimerScheduler {
  private static final Duration EVERY = Duration.ofSeconds(30);
  /// The ledger decides by the broker's clock, which may be behind ours: a command sent too early
  /// would be refused, and a retry would get the same reply.
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final String RUNNING = "/" + StateTable.RUNNING.keyName() + "/";

  private final LedgerStores stores;
  private final LedgerOutput output;
  private final Map<EntryId, Watched> running = new HashMap<>();
  private final Map<EntryId, Instant> told = new HashMap<>();

  private record Watched(WorkspaceId workspace, Instant startedAt) {}

  private RunawayTimerScheduler(LedgerStores stores, LedgerOutput output) {
    this.stores = stores;
    this.output = output;
  }

  static RunawayTimerScheduler schedule(
      ProcessorContext<String, byte[]> context, LedgerStores stores, LedgerOutput output) {
    RunawayTimerScheduler clock = new RunawayTimerScheduler(stores, output);
    clock.load();
    context.schedule(
        EVERY, PunctuationType.WALL_CLOCK_TIME, now -> clock.tell(Instant.ofEpochMilli(now)));
    return clock;
  }

  /// Tracks the ledger's decisions.
  void watch(Event event) {
    if (event.data() instanceof TimeEntry entry) {
      Instant startedAt = entry.startedAt();
      if (entry.isRunning() && !entry.isDeleted() && startedAt != null) {
        running.put(entry.id(), new Watched(entry.workspaceId(), startedAt));
      } else {
        running.remove(entry.id());
        told.remove(entry.id());
      }
    }
  }

  private void load() {
    try (KeyValueIterator<String, byte[]> all = stores.index().all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> next = all.next();
        int slash = next.key.indexOf('/');
        if (next.key.startsWith(RUNNING, slash)) {
          String quoted = new String(next.value, UTF_8);
          load(
              new WorkspaceId(next.key.substring(0, slash)),
              new EntryId(quoted.substring(1, quoted.length() - 1)));
        }
      }
    }
  }

  private void load(WorkspaceId workspace, EntryId id) {
    stores
        .stateOf(workspace)
        .entry(id)
        .map(TimeEntry::startedAt)
        .ifPresent(startedAt -> running.put(id, new Watched(workspace, startedAt)));
  }

  private void tell(Instant now) {
    running.forEach(
        (id, watched) -> {
          int hours = stores.stateOf(watched.workspace()).settings().runawayTimerHours();
          Instant threshold = watched.startedAt().plus(Duration.ofHours(hours));
          if (threshold.isBefore(now.minus(SLACK)) && !threshold.equals(told.put(id, threshold))) {
            output.command(flag(watched.workspace(), id, threshold), now);
          }
        });
  }

  private static CommandEnvelope flag(WorkspaceId workspace, EntryId id, Instant threshold) {
    return new CommandEnvelope(
        "runaway:" + id + ":" + threshold,
        workspace,
        new Actor(new UserId("system"), Set.of(), null, CommandOrigin.SYSTEM),
        "",
        RequestInfo.NONE,
        new FlagRunawayTimer(id));
  }
}
