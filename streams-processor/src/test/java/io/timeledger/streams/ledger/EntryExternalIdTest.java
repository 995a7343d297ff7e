package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.MapStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pairs of external source and external id, of which each names one entry at most.
class EntryExternalIdTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void isFreeOnceTheEntryIsDeleted() {
    TimeEntry first = external("7").first(TimeEntry.class);
    ledger.when(new DeleteEntry(first.id(), null)).accepted();

    TimeEntry second = external("7").first(TimeEntry.class);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(external("7").first(TimeEntry.class)).isEqualTo(second);
    assertThat(ledger.when(new RestoreEntry(first.id(), null)).refusal())
        .isEqualTo("external_id_taken");
    ledger.when(new DeleteEntry(second.id(), null)).accepted();
    TimeEntry back = ledger.when(new RestoreEntry(first.id(), null)).first(TimeEntry.class);
    assertThat(external("7").first(TimeEntry.class)).isEqualTo(back);
    ledger.verifyReplay();
  }

  @Test
  void isFreeInAStateThatKeptItForADeletedEntry() {
    MapStores stores = new MapStores();
    LedgerState old = new LedgerState(LedgerFixture.WORKSPACE, stores);
    TimeEntry entry = external("7").first(TimeEntry.class);
    old.put(entry, null);
    old.put(entry.with(b -> b.deletedAt(LedgerFixture.START)), null);

    assertThat(old.entryByExternalId("jira", "7")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff\u2060", "\t", "\u3164"})
  void isNoneWhenNothingOfItIsVisible(String blank) {
    LedgerFixture.When first = ledger.when(external(blank, blank));
    LedgerFixture.When second = ledger.when(external(blank, blank));

    assertThat(first.first(TimeEntry.class).id()).isNotEqualTo(second.first(TimeEntry.class).id());
    assertThat(second.first(TimeEntry.class).externalSource()).isNull();
    assertThat(second.first(TimeEntry.class).externalId()).isNull();
    assertThat(fault(ledger.when(external("jira", blank)))).isEqualTo("external_id");
    assertThat(fault(ledger.when(external(blank, "7")))).isEqualTo("external_source");
    ledger.when(start(b -> b.externalSource(blank).externalId(blank))).accepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeledger:calendar", "timeledger:", " Timeledger:x"})
  void isRefusedForAReservedSource(String source) {
    LedgerFixture.When when = ledger.when(external(source, "7"));
    assertThat(when.refusal()).isEqualTo("external_source_reserved");
    assertThat(((Decision.Rejected) when.decision()).problem().details().getFirst().field())
        .isEqualTo("external_source");
    ImportRow row =
        new ImportRow(external(source, "7").draft(), null, null, null, null, null, null, null);
    assertThat(ledger.when(new ImportEntries(List.of(row))).names()).isEmpty();
  }

  private static String fault(LedgerFixture.When when) {
    assertThat(when.refusal()).isEqualTo("validation_failed");
    return ((Decision.Rejected) when.decision()).problem().details().getFirst().field();
  }

  @Test
  void doesNotTellOthersItsId() {
    TimeEntry first = external("7").first(TimeEntry.class);

    LedgerFixture.When probe = ledger.as(BEN).when(external("jira", "7"));

    assertThat(probe.refusal()).isEqualTo("not_found");
    assertThat(probe.decision().toString()).doesNotContain(first.id().value());
  }

  private LedgerFixture.When external(String id) {
    return ledger.when(external("jira", id));
  }

  private io.timeledger.schemas.command.EntryCommand.CreateEntry external(
      String source, String id) {
    return day("2026-06-09", 60, b -> b.externalSource(source).externalId(id));
  }
}
