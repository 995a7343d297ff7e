package io.timeledger.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.command.SettingsPatchBuilder;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.SealedEvent;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.streams.ledger.Decision.Accepted;
import io.timeledger.streams.ledger.decide.Decider;
import io.timeledger.streams.ledger.seal.EventSealer;
import io.timeledger.streams.ledger.state.Head;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.MapStores;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A workspace in memory with an owner, a manager, a viewer and two members. Every command is
/// decided, sealed and applied as in the service; all events are also folded into a second state,
/// through their JSON, which must come out equal.
public final class LedgerFixture {
  public static final WorkspaceId WORKSPACE = new WorkspaceId("ws_test");
  public static final UserId OWNER = new UserId("u_owner");
  public static final UserId MANAGER = new UserId("u_manager");
  public static final UserId VIEWER = new UserId("u_viewer");
  public static final UserId ANN = new UserId("u_ann");
  public static final UserId BEN = new UserId("u_ben");
  public static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  private final EventCodec codec = new EventCodec();
  private final MapStores stores = new MapStores();
  private final MapStores replayedStores = new MapStores();
  private final LedgerState state = new LedgerState(WORKSPACE, stores);
  private final LedgerState replayed = new LedgerState(WORKSPACE, replayedStores);
  private final List<Event> log = new ArrayList<>();
  private Instant now = START;
  private UserId caller = OWNER;
  private long offset;

  public LedgerFixture() {
    handle(
        new CommandEnvelope(
            "create",
            WORKSPACE,
            new Actor(
                new UserId("operator"),
                EnumSet.noneOf(Permission.class),
                null,
                CommandOrigin.OPERATOR),
            "",
            RequestInfo.NONE,
            new CreateWorkspace(
                "Test", OWNER, null, null, null, new TokenId("tok_first"), "0".repeat(64))));
    member(MANAGER, Role.MANAGER);
    member(VIEWER, Role.VIEWER);
    member(ANN, Role.MEMBER);
    member(BEN, Role.MEMBER);
  }

  public LedgerFixture at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public LedgerFixture at(Instant instant) {
    now = instant;
    return this;
  }

  public LedgerFixture as(UserId user) {
    caller = user;
    return this;
  }

  public LedgerFixture settings(UnaryOperator<SettingsPatchBuilder> change) {
    UserId before = caller;
    as(OWNER)
        .when(new UpdateSettings(change.apply(SettingsPatch.builder()).build(), null))
        .accepted();
    return as(before);
  }

  public LedgerFixture member(UserId id, Role role) {
    UserId before = caller;
    as(OWNER)
        .when(
            new PutMember(
                id,
                id.value(),
                id + "@example.com",
                role,
                ZoneId.of("Europe/Berlin"),
                null,
                List.of(),
                null))
        .accepted();
    return as(before);
  }

  public LedgerState state() {
    return state;
  }

  public List<Event> log() {
    return log;
  }

  public When when(Command command) {
    return when("cmd_" + offset, command, EnumSet.allOf(Permission.class));
  }

  public When when(String id, Command command, EnumSet<Permission> token) {
    return handle(
        new CommandEnvelope(
            id,
            WORKSPACE,
            new Actor(caller, token, null, CommandOrigin.API),
            "",
            RequestInfo.NONE,
            command));
  }

  public When whenSystem(Command command) {
    return handle(
        new CommandEnvelope(
            "sys_" + offset,
            WORKSPACE,
            new Actor(
                new UserId("system"), EnumSet.noneOf(Permission.class), null, CommandOrigin.SYSTEM),
            "",
            RequestInfo.NONE,
            command));
  }

  public When handle(CommandEnvelope envelope) {
    CommandMetadata metadata = new CommandMetadata(now, 0, offset++);
    Head before = state.head();
    Decision decision = Decider.decide(envelope, state, metadata);
    assertThat(state.head()).as("deciding changes nothing").isEqualTo(before);
    assertThat(Decider.decide(envelope, state, metadata)).as("pure").isEqualTo(decision);
    List<Event> events =
        EventSealer.seal(decision.events(), envelope, metadata, state.head()).stream()
            .map(SealedEvent::event)
            .toList();
    for (Event event : events) {
      EventApplier.apply(event, state);
      EventApplier.apply(codec.read(codec.write(event)), replayed);
      log.add(event);
    }
    if (decision instanceof Accepted accepted) {
      accepted.privates().forEach(change -> EventApplier.apply(change, state));
      accepted.privates().forEach(change -> EventApplier.apply(change, replayed));
      state.members().forEach(this::requireProfileOfItsVersion);
    }
    return new When(decision, events);
  }

  private void requireProfileOfItsVersion(Member member) {
    state
        .profile(member.id())
        .ifPresent(profile -> assertThat(profile.version()).isEqualTo(member.version()));
  }

  /// The state that the events alone lead to is the state.
  public void verifyReplay() {
    assertThat(replayedStores.contents().toString()).isEqualTo(stores.contents().toString());
  }

  /// What came of a command.
  public record When(Decision decision, List<Event> events) {

    public Accepted accepted() {
      assertThat(decision).isInstanceOf(Accepted.class);
      return (Accepted) decision;
    }

    /// Names of the events, in order.
    public List<String> names() {
      accepted();
      return eventNames();
    }

    public List<String> eventNames() {
      return events.stream().map(event -> event.type().wireName()).toList();
    }

    /// The error code, or null when it was accepted.
    public @Nullable String refusal() {
      return decision instanceof Decision.Rejected rejected
          ? rejected.problem().code().wireName()
          : null;
    }

    /// The first thing that was answered.
    public <R> R first(Class<R> type) {
      return type.cast(Objects.requireNonNull(accepted().items().getFirst().resource()));
    }
  }
}
