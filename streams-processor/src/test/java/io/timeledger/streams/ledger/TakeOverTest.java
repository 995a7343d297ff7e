package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.WORKSPACE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.schemas.text.Placeholders;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeOverTest {
  private static final String EMAIL = "Zoe@Example.com";
  private static final UserId PLACEHOLDER = Placeholders.ofEmail("zoe@example.com ");
  private static final UserId ZOE = new UserId("zoe");
  private static final LocalDate DAY = LocalDate.parse("2026-05-04");
  private final LedgerFixture ledger = new LedgerFixture().as(OWNER);

  @Test
  void theRealMemberHasTheTimeOfTheirPlaceholder() {
    TimeEntry imported = imported(DAY, "1");
    imported(DAY.plusDays(7), "2");

    ledger.when(put(ZOE, EMAIL)).accepted();

    assertThat(entries(PLACEHOLDER)).isEmpty();
    assertThat(entries(ZOE)).hasSize(2);
    TimeEntry moved = ledger.state().entry(imported.id()).orElseThrow();
    assertThat(moved.userId()).isEqualTo(ZOE);
    assertThat(ledger.state().timesheet(ZOE, DAY).map(Timesheet::id)).contains(moved.timesheetId());
    assertThat(member(PLACEHOLDER).active()).isFalse();
    ledger.verifyReplay();
  }

  @Test
  void aRowThatCameInForThePlaceholderIsThereForTheMember() {
    TimeEntry imported = imported(DAY, "1");
    ledger.when(put(ZOE, EMAIL)).accepted();

    TimeEntry again = imported(DAY, "1");

    assertThat(again.id()).isEqualTo(imported.id());
    assertThat(entries(PLACEHOLDER)).isEmpty();
  }

  @Test
  void aMemberWhoGetsTheEmailLaterTakesOverToo() {
    ledger.when(put(ZOE, null)).accepted();
    imported(DAY, "1");

    ledger.when(put(ZOE, EMAIL)).accepted();

    assertThat(entries(ZOE)).hasSize(1);
  }

  @Test
  void lockedTimeStaysUntilALaterPutThatNeedsToChangeNothingElse() {
    TimeEntry locked = imported(DAY, "1");
    imported(DAY.plusDays(7), "2");
    TimesheetId sheet = requireNonNull(locked.timesheetId());
    ledger.when(new SubmitTimesheet(sheet, null)).accepted();

    ledger.when(put(ZOE, EMAIL)).accepted();

    assertThat(entries(PLACEHOLDER)).extracting(TimeEntry::id).containsExactly(locked.id());
    assertThat(entries(ZOE)).hasSize(1);
    assertThat(member(PLACEHOLDER).active()).isTrue();

    ledger.as(PLACEHOLDER).when(new WithdrawTimesheet(sheet, null)).accepted();
    LedgerFixture.When second = ledger.as(OWNER).when(put(ZOE, EMAIL));

    assertThat(second.accepted().items().getFirst().status()).isEqualTo(Status.UNCHANGED);
    assertThat(entries(PLACEHOLDER)).isEmpty();
    assertThat(member(PLACEHOLDER).active()).isFalse();
    assertThat(ledger.when(put(ZOE, EMAIL)).events()).isEmpty();
    ledger.verifyReplay();
  }

  @Test
  void aLongHistoryMovesStepByStep() {
    IntStream.range(0, 501).forEach(i -> imported(DAY.minusDays(i), "row " + i));

    ledger.when(put(ZOE, EMAIL)).accepted();
    assertThat(entries(PLACEHOLDER)).hasSize(1);
    assertThat(member(PLACEHOLDER).active()).isTrue();

    ledger.when(put(ZOE, EMAIL)).accepted();
    assertThat(entries(ZOE)).hasSize(501);
    assertThat(member(PLACEHOLDER).active()).isFalse();
  }

  @Test
  void comparesThePreconditionWithTheMemberAlone() {
    ledger.when(put(ZOE, null)).accepted();
    ledger.when(put(ZOE, null, Role.VIEWER)).accepted();
    imported(DAY, "1");

    LedgerFixture.When put =
        ledger.handle(
            new CommandEnvelope(
                "with_precondition",
                WORKSPACE,
                new Actor(OWNER, EnumSet.allOf(Permission.class), null, CommandOrigin.API),
                "",
                RequestInfo.NONE,
                put(ZOE, EMAIL),
                new Precondition(List.of("2"), null)));

    put.accepted();
    assertThat(entries(ZOE)).hasSize(1);
    assertThat(member(PLACEHOLDER).active()).isFalse();
  }

  @Test
  void whoeverIsSomebodyKeepsTheirTime() {
    imported(DAY, "1");
    ledger.when(put(new UserId("also_zoe"), EMAIL)).accepted();
    assertThat(entries(new UserId("also_zoe"))).hasSize(1);
    ledger.when(put(PLACEHOLDER, EMAIL, Role.MANAGER)).accepted();
    imported(DAY, "2");

    ledger.when(put(ZOE, EMAIL)).accepted();

    assertThat(entries(ZOE)).isEmpty();
    ledger.when(put(PLACEHOLDER, EMAIL, Role.MEMBER)).accepted();
    ledger.when(put(ZOE, EMAIL)).accepted();
    assertThat(entries(ZOE)).as("also_zoe has the e-mail, too").isEmpty();
  }

  @Test
  void theErasedStayApart() {
    imported(DAY, "1");
    ledger.when(new EraseMember(PLACEHOLDER)).accepted();

    ledger.when(put(ZOE, EMAIL)).accepted();

    assertThat(entries(ZOE)).isEmpty();
  }

  private TimeEntry imported(LocalDate day, String externalId) {
    ImportRow row =
        new ImportRow(
            EntryDraftBuilder.builder()
                .userId(PLACEHOLDER)
                .logDate(day)
                .durationSeconds(3600L)
                .externalSource("toggl")
                .externalId(externalId)
                .build(),
            "Zoe",
            EMAIL,
            null,
            null,
            null,
            null,
            null);
    return (TimeEntry)
        requireNonNull(
            ledger.when(new ImportEntries(List.of(row))).accepted().items().getFirst().resource());
  }

  private static PutMember put(UserId id, @Nullable String email) {
    return put(id, email, Role.MEMBER);
  }

  private static PutMember put(UserId id, @Nullable String email, Role role) {
    return new PutMember(id, "Zoe", email, role, null, null, List.of(), null);
  }

  private List<TimeEntry> entries(UserId user) {
    return ledger.state().entries(user).toList();
  }

  private Member member(UserId user) {
    return ledger.state().member(user).orElseThrow();
  }
}
