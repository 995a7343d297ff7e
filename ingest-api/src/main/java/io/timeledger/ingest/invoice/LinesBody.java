package io.timeledger.ingest.invoice;

import io.timeledger.ingest.web.Form;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.resource.InvoiceGrouping;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What to put on an invoice.
///
/// @param filter null means all time that can be invoiced
/// @param groupBy null means by project
/// @param preview whether only to say what the lines would be; null means false
record LinesBody(
    @Nullable InvoiceableTime filter,
    @Nullable InvoiceGrouping groupBy,
    @Nullable Boolean preview) {

  InvoiceableTime checkedFilter() {
    InvoiceableTime wanted = Objects.requireNonNullElse(filter, InvoiceableTime.ALL);
    Form form = new Form();
    LocalDate from = form.day("filter.from", wanted.from());
    LocalDate to = form.day("filter.to", wanted.to());
    if (from != null && to != null && to.isBefore(from)) {
      form.fail("filter.to", "out_of_range", "The last day is before the first.");
    }
    if (wanted.entityId() != null && !Id.isValid(wanted.entityId())) {
      form.fail("filter.entity_id", "invalid_id", "Expected 1 to 64 characters.");
    }
    form.check();
    return wanted;
  }

  InvoiceGrouping grouping() {
    return Objects.requireNonNullElse(groupBy, InvoiceGrouping.PROJECT);
  }
}
