package io.timeledger.ingest.export;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.entry.Entries;
import io.timeledger.ingest.entry.EntryFilter;
import io.timeledger.ingest.invoice.Invoices;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.ingest.report.RollupFilter;
import io.timeledger.ingest.report.Rollups;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The lists as files, as of one moment and without pages. Fields that the caller may not see are
/// empty.
@RestController
final class ExportController {
  private static final List<String> ENTRY =
      List.of(
          "id",
          "user_id",
          "log_date",
          "entity_type",
          "entity_id",
          "project_id",
          "task_id",
          "description",
          "tags",
          "billable",
          "started_at",
          "ended_at",
          "timezone",
          "duration_seconds",
          "rounded_seconds",
          "hours",
          "status",
          "source",
          "external_source",
          "external_id",
          "hourly_rate",
          "cost_rate",
          "currency",
          "rate_id",
          "invoice_line_id",
          "needs_review",
          "review_reason",
          "timesheet_id",
          "split_of",
          "created_at",
          "updated_at",
          "version",
          "deleted_at",
          "user_name",
          "user_email",
          "project_name",
          "client_id",
          "client_name",
          "task_name");
  private static final List<String> ROLLUP =
      List.of(
          "dimension",
          "dimension_id",
          "period",
          "period_start",
          "period_end",
          "currency",
          "entries",
          "total_seconds",
          "total_hours",
          "raw_seconds",
          "billable_seconds",
          "billable_hours",
          "approved_seconds",
          "approved_hours",
          "approved_billable_seconds",
          "invoiced_seconds",
          "amount",
          "approved_amount",
          "cost");
  private static final List<String> LINE =
      List.of(
          "id",
          "invoice_id",
          "group_by",
          "entry_id",
          "project_id",
          "user_id",
          "task_id",
          "log_date",
          "currency",
          "entries",
          "total_seconds",
          "hours",
          "amount",
          "created_at",
          "updated_at",
          "version");
  private final Entries entries;
  private final Rollups rollups;
  private final Invoices invoices;

  ExportController(Entries entries, Rollups rollups, Invoices invoices) {
    this.entries = entries;
    this.rollups = rollups;
    this.invoices = invoices;
  }

  @FromReadModels
  @GetMapping(path = "/api/v1/time-entries/export.csv", produces = "text/csv")
  void entries(
      Caller caller,
      @QueryParams EntryFilter filter,
      @QueryParams CsvStyle style,
      HttpServletResponse response) {
    VisibleMembers sight = ReadRights.sight(caller);
    CsvAnswer.write(
        response,
        "time-entries.csv",
        style,
        ENTRY,
        rows ->
            entries.all(
                caller.workspaceId(),
                sight,
                filter,
                entry -> {
                  Redactor.redact(ResourceType.TIME_ENTRY, entry, caller.viewer());
                  rows.accept(Cells.of(entry, ENTRY, style.decimalMark()));
                }));
  }

  /// One row per id, day and currency, with that currency's share of all measures.
  @FromReadModels
  @GetMapping(path = "/api/v1/time/reports/rollups.csv", produces = "text/csv")
  void rollups(
      Caller caller,
      @QueryParams RollupFilter filter,
      @QueryParams CsvStyle style,
      HttpServletResponse response) {
    RollupFilter visible = filter.visibleTo(caller);
    CsvAnswer.write(
        response,
        "rollups.csv",
        style,
        ROLLUP,
        rows ->
            rollups.all(
                caller.workspaceId(),
                visible,
                caller.may(Permission.RATES),
                row -> rows.accept(Cells.of(row, ROLLUP, style.decimalMark()))));
  }

  @FromReadModels
  @GetMapping(path = "/api/v1/time/invoices/{id}/lines.csv", produces = "text/csv")
  void lines(
      Caller caller,
      @PathVariable("id") InvoiceId id,
      @QueryParams CsvStyle style,
      HttpServletResponse response) {
    ReadRights.require(caller, Permission.RATES);
    if (invoices.find(caller.workspaceId(), id).isEmpty()) {
      throw ApiException.notFound();
    }
    CsvAnswer.write(
        response,
        "invoice-lines.csv",
        style,
        LINE,
        rows ->
            invoices.allLines(
                caller.workspaceId(),
                id,
                line -> rows.accept(Cells.of(line, LINE, style.decimalMark()))));
  }
}
