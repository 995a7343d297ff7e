package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.command.TimesheetCommand.AnnotateTimesheet;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimesheetContents;
import io.timeledger.schemas.restricted.RequestInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreconditionTest {
  private static final List<String> ANY = List.of("*");
  private static final Command PUT = new PutClient(new ClientId("c"), "Acme", null);
  private final LedgerFixture ledger = new LedgerFixture();
  private int sent;

  @Test
  void aPutOnlyCreatesOrOnlyReplacesWhenItIsAskedTo() {
    assertThat(refusal(PUT, ANY, null)).isEqualTo("precondition_failed");
    assertThat(refusal(PUT, null, ANY)).isNull();
    assertThat(refusal(PUT, null, ANY)).isEqualTo("precondition_failed");
    assertThat(refusal(PUT, ANY, null)).isNull();
  }

  @Test
  void oneVersionOfAListHasToFit() {
    ledger.when(PUT).accepted();

    assertThat(refusal(PUT, List.of("7", "1"), null)).isNull();
    assertThat(refusal(PUT, List.of("7", "W/\"1\""), null)).isEqualTo("precondition_failed");
    assertThat(refusal(PUT, null, List.of("7"))).isNull();
    assertThat(refusal(PUT, null, List.of("7", "1"))).isEqualTo("precondition_failed");
  }

  @Test
  void whatIsNotThereIsNotFoundFirst() {
    assertThat(refusal(new EraseMember(LedgerFixture.ANN), List.of("9"), null))
        .isEqualTo("precondition_failed");
    assertThat(refusal(new StopTimer(null, null), ANY, null)).isEqualTo("no_running_timer");
  }

  @Test
  void aDemandThatNobodyComparesIsRefused() {
    assertThat(refusal(new StartTimer(EntryDraftBuilder.builder().build()), ANY, null))
        .isEqualTo("invalid_parameter");
    assertThat(ledger.state().runningTimer(OWNER)).isEmpty();
  }

  @Test
  void aTimesheetIsComparedWithItsEntriesWhereTheTagNamesThem() {
    TimeEntry entry =
        ledger.as(OWNER).when(Commands.day("2026-05-28", 3600)).first(TimeEntry.class);
    TimesheetId sheet = Objects.requireNonNull(entry.timesheetId());
    String now = "1-" + TimesheetContents.of(new TreeMap<>(Map.of(entry.id().value(), 1)));
    String before = "1-" + TimesheetContents.of(new TreeMap<>());
    Command note = new AnnotateTimesheet(sheet, Patch.of("a note"), null);

    assertThat(refusal(note, List.of(before), null)).isEqualTo("precondition_failed");
    assertThat(refusal(note, null, List.of(now))).isEqualTo("precondition_failed");
    assertThat(refusal(note, List.of("7", now), null)).isNull();
    assertThat(refusal(note, List.of(now), null)).isEqualTo("precondition_failed");
    assertThat(refusal(note, List.of("2"), List.of(now))).isNull();
  }

  private @Nullable String refusal(
      Command command, @Nullable List<String> match, @Nullable List<String> noneMatch) {
    return ledger
        .handle(
            new CommandEnvelope(
                "precondition_" + sent++,
                WORKSPACE,
                new Actor(OWNER, EnumSet.allOf(Permission.class), null, CommandOrigin.API),
                "",
                RequestInfo.NONE,
                command,
                new Precondition(match, noneMatch)))
        .refusal();
  }
}
