package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.TimesheetStatus;
import java.util.Locale;

/// Entries mirror their timesheet.
final class EntryStatusOf {
  private EntryStatusOf() {}

  static EntryStatus sheet(TimesheetStatus status) {
    return switch (status) {
      case DRAFT -> EntryStatus.DRAFT;
      case SUBMITTED -> EntryStatus.SUBMITTED;
      case APPROVED -> EntryStatus.APPROVED;
      case REJECTED -> EntryStatus.REJECTED;
    };
  }

  static String name(TimesheetStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
