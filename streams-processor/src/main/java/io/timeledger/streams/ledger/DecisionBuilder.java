package io.timeledger.streams.ledger;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.streams.ledger.state.LedgerState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Unit of work of one command: collects pending events and applies them to a fork of the state.
/// The original state stays unchanged.
public final class DecisionBuilder {
  private final IdGenerator ids;
  private final Instant now;
  private final long firstSequence;
  private final @Nullable Precondition precondition;
  private boolean preconditionSeen;
  private boolean preconditionDropped;
  private LedgerState state;
  private List<PendingEvent> events = new ArrayList<>();
  private List<PrivateChange> privates = new ArrayList<>();

  public DecisionBuilder(LedgerState before, CommandEnvelope envelope, CommandMetadata metadata) {
    this.state = before.fork();
    this.ids = new IdGenerator(envelope.id(), metadata);
    this.precondition = envelope.precondition();
    this.now = metadata.at().truncatedTo(ChronoUnit.MILLIS);
    this.firstSequence = before.head().sequence() + 1;
  }

  /// The state with all pending events applied.
  public LedgerState state() {
    return state;
  }

  /// The request's precondition on its resource.
  @Nullable Precondition precondition() {
    preconditionSeen = true;
    return preconditionDropped ? null : precondition;
  }

  /// From here on, decisions concern other resources than the one in the request.
  public void dropPrecondition() {
    preconditionDropped = true;
  }

  /// An unchecked precondition must not pass for a fulfilled one.
  ///
  /// @throws Refusal `invalid_parameter`
  public void requirePreconditionSeen() {
    if (precondition != null && !preconditionSeen) {
      throw Refusal.of(
          ErrorCode.INVALID_PARAMETER, "The operation compares no version with If-Match.");
    }
  }

  public Instant now() {
    return now;
  }

  /// @param kind the prefix of the id, as in `te`
  public String newId(String kind) {
    return ids.next(kind);
  }

  /// Records a change of a resource and increases its version by one.
  ///
  /// @param before null when it is created
  /// @return the resource as it stands in the event
  public <R extends Resource> R change(EventType type, R after, @Nullable R before) {
    return record(type, after, before, before == null ? 1 : before.version() + 1);
  }

  /// Records a further event for a resource that was just changed: its version stays. For consumers
  /// of this type it is a creation.
  public <R extends Resource> R announce(EventType type, R resource) {
    return record(type, resource, null, resource.version());
  }

  /// Whether they differ in more than the stamp that every event leaves.
  public <R extends Resource> boolean differs(R after, R before) {
    ResourceStamp none = new ResourceStamp(0, 0, now);
    return !none.on(after).equals(none.on(before));
  }

  public void change(PrivateChange change) {
    privates.add(change);
    EventApplier.apply(change, state);
  }

  /// Does all of the work or, if it is refused, none.
  ///
  /// @throws Refusal of the work
  public <T> T allOrNothing(Supplier<T> work) {
    LedgerState stateBefore = state;
    List<PendingEvent> eventsBefore = events;
    List<PrivateChange> privatesBefore = privates;
    state = stateBefore.fork();
    events = new ArrayList<>(eventsBefore);
    privates = new ArrayList<>(privatesBefore);
    try {
      T result = work.get();
      // Replayed on the underlying state: else each row of an import would add a fork.
      events
          .subList(eventsBefore.size(), events.size())
          .forEach(event -> stateBefore.put(event.after(), event.before()));
      privates
          .subList(privatesBefore.size(), privates.size())
          .forEach(change -> EventApplier.apply(change, stateBefore));
      return result;
    } catch (Refusal e) {
      events = eventsBefore;
      privates = privatesBefore;
      throw e;
    } finally {
      state = stateBefore;
    }
  }

  /// Dry run: returns the result of the work and undoes its changes.
  public <T> T trial(Supplier<T> work) {
    LedgerState stateBefore = state;
    List<PendingEvent> eventsBefore = events;
    List<PrivateChange> privatesBefore = privates;
    state = stateBefore.fork();
    events = new ArrayList<>(eventsBefore);
    privates = new ArrayList<>(privatesBefore);
    try {
      return work.get();
    } finally {
      state = stateBefore;
      events = eventsBefore;
      privates = privatesBefore;
    }
  }

  public List<PendingEvent> events() {
    return events;
  }

  public List<PrivateChange> privates() {
    return privates;
  }

  private <R extends Resource> R record(
      EventType type, R resource, @Nullable R before, int version) {
    @SuppressWarnings("unchecked") // a stamp keeps the type
    R stamped = (R) new ResourceStamp(version, firstSequence + events.size(), now).on(resource);
    events.add(new PendingEvent(type, stamped, before));
    state.put(stamped, before);
    return stamped;
  }
}
