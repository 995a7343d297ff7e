package io.timeledger.ingest.invoice;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.resource.InvoiceGrouping;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What to add to an invoice.
///
/// @param filter null means all invoiceable time
/// @param groupBy null means by project
/// @param preview whether to return the resulting lines only; null means false
record LinesBody(
    @Nullable InvoiceableTime filter,
    @Nullable InvoiceGrouping groupBy,
    @Nullable Boolean preview) {

  InvoiceableTime checkedFilter() {
    InvoiceableTime wanted = Objects.requireNonNullElse(filter, InvoiceableTime.ALL);
    FieldValidator form = new FieldValidator();
    LocalDate from = form.day("filter.from", wanted.from());
    LocalDate to = form.day("filter.to", wanted.to());
    form.ordered("filter.from", from, "filter.to", to);
    form.id("filter.entity_id", wanted.entityId());
    form.check();
    return wanted;
  }

  InvoiceGrouping grouping() {
    return Objects.requireNonNullElse(groupBy, InvoiceGrouping.PROJECT);
  }
}
