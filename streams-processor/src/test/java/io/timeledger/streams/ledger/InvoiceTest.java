package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.InvoiceCommand.PlanInvoice;
import io.timeledger.schemas.command.InvoiceCommand.ReleaseInvoice;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceAmount;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoiceTest {
  private static final InvoiceId INVOICE = new InvoiceId("INV-2026-042");
  private static final InvoiceId OTHER = new InvoiceId("INV-2026-043");
  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void putsApprovedBillableEntriesOnOneLinePerGroup() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600, 1800);
    entries.addAll(approved(BEN, "p2", 600));

    LedgerFixture.When when = fill(INVOICE, InvoiceGrouping.PROJECT, entries);

    assertThat(when.names())
        .containsExactly(
            "invoice_line.created",
            "time_entry.invoiced",
            "time_entry.invoiced",
            "invoice_line.created",
            "time_entry.invoiced",
            "invoice.lines_filled_from_time");
    assertThat(when.first(Invoice.class).amounts()).containsExactly(amount("150.00", "USD"));
    assertThat(when.first(Invoice.class).lines()).isEqualTo(2);
    assertThat(when.first(Invoice.class).entries()).isEqualTo(3);
    assertThat(lines(when))
        .extracting(InvoiceLine::amount)
        .containsExactly(money("135.00"), money("15.00"));
    TimeEntry invoiced = ledger.state().entry(entries.getFirst()).orElseThrow();
    assertThat(invoiced.status()).isEqualTo(EntryStatus.APPROVED);
    assertThat(invoiced.invoiceLineId()).isEqualTo(lines(when).getFirst().id().value());
    ledger.verifyReplay();
  }

  @Test
  void passesOverWhatIsNotApprovedNotBillableOrNotThere() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600);
    ledger.as(ANN);
    entries.add(
        ledger
            .when(Commands.day("2026-05-20", 60, b -> b.billable(true)))
            .first(TimeEntry.class)
            .id());
    entries.add(new EntryId("te_none"));
    entries.add(entries.getFirst());

    LedgerFixture.When when = fill(INVOICE, InvoiceGrouping.USER, entries);

    assertThat(moved(when)).containsExactly(entries.getFirst().value());
    assertThat(when.first(Invoice.class).entries()).isEqualTo(1);
  }

  @Test
  void neverPutsAnEntryOnTwoLines() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600);
    fill(INVOICE, InvoiceGrouping.PROJECT, entries).accepted();

    LedgerFixture.When again = fill(OTHER, InvoiceGrouping.ENTRY, entries);

    assertThat(again.names()).isEmpty();
    assertThat(moved(again)).isEmpty();
    assertThat(ledger.state().invoice(OTHER)).isEmpty();
  }

  @Test
  void roundsTheExactSumOfALineHoweverItsEntriesCame() {
    rate("10", "USD");
    // Each is worth 0.00277… of a dollar: rounded one by one they would be worth nothing.
    List<EntryId> entries = approved(ANN, "p1", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    for (EntryId entry : entries) {
      fill(INVOICE, InvoiceGrouping.PROJECT, List.of(entry)).accepted();
    }

    Invoice invoice = ledger.state().invoice(INVOICE).orElseThrow();
    assertThat(invoice.amounts()).containsExactly(amount("0.03", "USD"));
    assertThat(invoice.lines()).isEqualTo(1);
  }

  @Test
  void keepsCurrenciesOnLinesOfTheirOwn() {
    rate("100", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600);
    rate("50", "JPY");
    entries.addAll(approved(BEN, "p1", 1801));

    LedgerFixture.When when = fill(INVOICE, InvoiceGrouping.PROJECT, entries);

    assertThat(when.first(Invoice.class).amounts())
        .containsExactly(amount("25", "JPY"), amount("100.00", "USD"));
    assertThat(lines(when)).hasSize(2);
  }

  @Test
  void locksInvoicedEntriesAndTheirTimesheet() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600);
    fill(INVOICE, InvoiceGrouping.PROJECT, entries).accepted();
    TimesheetId sheet = sheet(entries.getFirst());

    assertThat(ledger.as(MANAGER).when(new ReopenTimesheet(sheet, "late", null)).refusal())
        .isEqualTo("timesheet_invoiced");
    assertThat(ledger.as(ANN).when(new DeleteEntry(entries.getFirst(), null)).refusal())
        .isEqualTo("entry_invoiced");
  }

  @Test
  void releasesEntriesSoThatTheyCanBeInvoicedOrReopenedAgain() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600, 1800);
    fill(INVOICE, InvoiceGrouping.ENTRY, entries).accepted();

    LedgerFixture.When when = release(INVOICE, null, List.of(entries.getFirst()));

    assertThat(when.names())
        .containsExactly(
            "invoice_line.deleted", "time_entry.invoice_released", "invoice.lines_released");
    assertThat(when.first(Invoice.class).amounts()).containsExactly(amount("45.00", "USD"));
    assertThat(when.first(Invoice.class).lines()).isEqualTo(1);
    assertThat(moved(fill(OTHER, InvoiceGrouping.PROJECT, entries)))
        .containsExactly(entries.getFirst().value());
    release(INVOICE, null, entries).accepted();
    release(OTHER, null, entries).accepted();
    assertThat(
            ledger
                .as(MANAGER)
                .when(new ReopenTimesheet(sheet(entries.getFirst()), "late", null))
                .refusal())
        .isNull();
    assertThat(ledger.state().invoice(INVOICE).orElseThrow().amounts()).isEmpty();
    ledger.verifyReplay();
  }

  @Test
  void releasesOnlyWhatIsOnTheInvoice() {
    rate("90", "USD");
    List<EntryId> entries = approved(ANN, "p1", 3600);
    fill(INVOICE, InvoiceGrouping.PROJECT, entries).accepted();
    List<EntryId> others = approved(BEN, "p1", 60);
    fill(OTHER, InvoiceGrouping.PROJECT, others).accepted();

    assertThat(release(OTHER, null, entries).names()).isEmpty();
    assertThat(release(new InvoiceId("none"), null, entries).refusal()).isEqualTo("not_found");
  }

  @Test
  void needsTheRightToSeeRates() {
    ledger.as(MANAGER);

    assertThat(ledger.when(new FillInvoice(INVOICE, InvoiceGrouping.DAY, List.of())).refusal())
        .isEqualTo("forbidden");
    assertThat(ledger.when(new PlanInvoice(INVOICE, List.of())).refusal()).isEqualTo("forbidden");
  }

  @Test
  void remembersAPlanWithoutChangingAnything() {
    List<EntryId> entries = List.of(new EntryId("te_1"), new EntryId("te_2"));

    LedgerFixture.When when = ledger.as(OWNER).when(new PlanInvoice(INVOICE, entries));

    assertThat(when.names()).isEmpty();
    assertThat(moved(when)).containsExactly("te_1", "te_2");
  }

  private LedgerFixture.When fill(
      InvoiceId invoice, InvoiceGrouping groupBy, List<EntryId> entries) {
    return ledger.as(OWNER).when(new FillInvoice(invoice, groupBy, entries));
  }

  private LedgerFixture.When release(
      InvoiceId invoice, @Nullable InvoiceLineId line, List<EntryId> entries) {
    return ledger.as(OWNER).when(new ReleaseInvoice(invoice, line, entries));
  }

  /// A rate that holds for entries from now on.
  private void rate(String hourly, String currency) {
    ledger
        .as(OWNER)
        .when(
            new PutRate(
                null,
                null,
                null,
                null,
                new BigDecimal(hourly),
                null,
                Currency.getInstance(currency),
                LocalDate.parse(currency.equals("USD") ? "2026-01-01" : "2026-02-01"),
                null,
                null))
        .accepted();
  }

  private List<EntryId> approved(UserId user, String project, long... seconds) {
    ledger.at("2026-06-02T08:00:00Z").settings(s -> s.allowFutureEntries(Patch.of(true)));
    List<EntryId> entries = new ArrayList<>();
    for (long one : seconds) {
      entries.add(
          ledger
              .as(user)
              .when(
                  Commands.day(
                      "2026-06-01", one, b -> b.billable(true).projectId(new ProjectId(project))))
              .first(TimeEntry.class)
              .id());
    }
    ledger.when(new SubmitTimesheet(sheet(entries.getFirst()), null)).accepted();
    ledger.as(MANAGER).when(new ApproveTimesheet(sheet(entries.getFirst()), null)).accepted();
    return entries;
  }

  private TimesheetId sheet(EntryId entry) {
    return Objects.requireNonNull(ledger.state().entry(entry).orElseThrow().timesheetId());
  }

  private static List<InvoiceLine> lines(LedgerFixture.When when) {
    return when.accepted().items().stream()
        .map(item -> item.resource())
        .filter(InvoiceLine.class::isInstance)
        .map(InvoiceLine.class::cast)
        .toList();
  }

  private static List<String> moved(LedgerFixture.When when) {
    return Objects.requireNonNull(when.accepted().items().getFirst().changed()).pieces();
  }

  private static InvoiceAmount amount(String amount, String currency) {
    return new InvoiceAmount(Currency.getInstance(currency), money(amount));
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
