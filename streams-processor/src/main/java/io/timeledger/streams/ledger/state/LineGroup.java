package io.timeledger.streams.ledger.state;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// The key that distinguishes the lines of one invoice.
///
/// @param value common to the entries; null for entries without a project or task
public record LineGroup(InvoiceGrouping groupBy, @Nullable String value, Currency currency) {

  public static LineGroup of(TimeEntry entry, InvoiceGrouping groupBy) {
    @Nullable String value =
        switch (groupBy) {
          case ENTRY -> entry.id().value();
          case PROJECT -> text(entry.projectId());
          case USER -> entry.userId().value();
          case TASK -> text(entry.taskId());
          case DAY -> entry.logDate().toString();
        };
    return new LineGroup(groupBy, value, entry.currency());
  }

  static LineGroup of(InvoiceLine line) {
    @Nullable String value =
        switch (line.groupBy()) {
          case ENTRY -> text(line.entryId());
          case PROJECT -> text(line.projectId());
          case USER -> text(line.userId());
          case TASK -> text(line.taskId());
          case DAY -> line.logDate() == null ? null : line.logDate().toString();
        };
    return new LineGroup(line.groupBy(), value, line.currency());
  }

  /// `=` cannot occur in an id, so keys with and without one never collide.
  String key() {
    return groupBy.name() + "/" + (value == null ? "=" : value) + "/" + currency.getCurrencyCode();
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
