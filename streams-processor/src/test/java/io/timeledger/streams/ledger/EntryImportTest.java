package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Entries that come by an import, row by row.
class EntryImportTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void keepsGoingAfterABadRowAndLeavesNothingOfIt() {
    LedgerFixture.When when =
        ledger
            .as(OWNER)
            .when(
                new ImportEntries(
                    List.of(
                        row("1", "2026-06-08"), row("2", "2026-07-08"), row("3", "2026-06-09"))));

    assertThat(when.accepted().items())
        .extracting(item -> item.status())
        .containsExactly(Status.CREATED, Status.REFUSED, Status.CREATED);
    assertThat(when.names()).filteredOn(name -> name.equals("member.created")).hasSize(2);
    ledger.verifyReplay();
  }

  @Test
  void addsNothingTheSecondTime() {
    ImportEntries rows = new ImportEntries(List.of(row("1", "2026-06-08"), row("2", "2026-06-08")));
    ledger.as(OWNER).when(rows).accepted();

    assertThat(ledger.when(rows).names()).isEmpty();
  }

  @Test
  void knowsARowByTheIdThatAnEarlierVersionGaveIt() {
    ledger.as(OWNER).when(new ImportEntries(List.of(row("earlier", "2026-06-08")))).accepted();
    ImportRow now = row("now", "2026-06-08");
    ImportRow again = new ImportRow(now.draft(), "New", null, null, null, null, null, "earlier");

    LedgerFixture.When when = ledger.when(new ImportEntries(List.of(again)));

    assertThat(when.accepted().items())
        .extracting(item -> item.status())
        .containsExactly(Status.EXISTS);
    assertThat(when.names()).isEmpty();
  }

  @Test
  void importsARowAnewOnceItsEntryIsDeleted() {
    ImportEntries rows = new ImportEntries(List.of(row("1", "2026-06-08")));
    TimeEntry first = ledger.as(OWNER).when(rows).first(TimeEntry.class);
    ledger.when(new DeleteEntry(first.id(), null)).accepted();

    TimeEntry second = ledger.when(rows).first(TimeEntry.class);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.deletedAt()).isNull();
  }

  @Test
  void takesOldTimeOfMembersWhoLeftFromThoseWhoMayDoAll() {
    ledger.as(OWNER).when(new ImportEntries(List.of(row("1", "2026-06-08")))).accepted();
    ledger.when(new DeactivateMember(new UserId("u_new_1"), null)).accepted();
    ledger.at("2026-06-20T12:00:00Z");
    EntryDraft leaver = row("2", "2026-06-09").draft().withUserId(new UserId("u_new_1"));
    EntryDraft after = leaver.with(b -> b.logDate(LocalDate.parse("2026-06-11")).externalId("3"));
    LedgerFixture.When when = ledger.when(new ImportEntries(List.of(row(leaver), row(after))));

    assertThat(when.accepted().items())
        .extracting(item -> item.problem() == null ? "" : item.problem().code().wireName())
        .containsExactly("", "member_inactive");
    assertThat(ledger.when(new CreateEntry(leaver.withExternalId("4"))).refusal())
        .isEqualTo("member_inactive");
    ledger.verifyReplay();
  }

  private ImportRow row(EntryDraft draft) {
    return new ImportRow(draft, null, null, null, null, null, null, null);
  }

  private ImportRow row(String id, String day) {
    return new ImportRow(
        EntryDraftBuilder.builder()
            .userId(new UserId("u_new_" + id))
            .logDate(LocalDate.parse(day))
            .durationSeconds(60L)
            .projectId(new ProjectId("p_import"))
            .externalSource("toggl")
            .externalId(id)
            .build(),
        "New",
        "new@example.com",
        null,
        null,
        "Imported project",
        null,
        null);
  }
}
