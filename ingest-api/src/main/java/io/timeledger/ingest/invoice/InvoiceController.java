package io.timeledger.ingest.invoice;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.InvoiceCommand.FillInvoice;
import io.timeledger.schemas.command.InvoiceCommand.ReleaseInvoice;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Adds approved, billable time to an invoice's lines, and removes it. The invoice itself belongs
/// to the customer, with an id of theirs; Timeledger knows only its time.
@RestController
@RequestMapping("/api/v1/time/invoices/{id}/lines")
final class InvoiceController {
  private static final int MOST_ENTRIES = 50_000;
  private static final int MOST_PREVIEW_LINES = 1_000;
  private final Invoices invoices;
  private final InvoiceWork work;

  InvoiceController(Invoices invoices, InvoiceWork work) {
    this.invoices = invoices;
    this.work = work;
  }

  @FromReadModels
  @PostMapping
  ResponseEntity<ObjectNode> fill(
      WriteRequest call, @PathVariable("id") InvoiceId id, @RequestBody LinesBody body) {
    ReadRights.require(call.caller(), Permission.RATES);
    InvoiceableTime filter = body.checkedFilter();
    InvoiceGrouping groupBy = body.grouping();
    if (Boolean.TRUE.equals(body.preview())) {
      return ResponseEntity.ok(
          InvoiceAnswer.preview(
              invoices.preview(call.caller().workspaceId(), filter, groupBy, MOST_PREVIEW_LINES)));
    }
    List<EntryId> found =
        requireFew(invoices.invoiceable(call.caller().workspaceId(), filter, MOST_ENTRIES + 1));
    String asked = Json.MAPPER.writeValueAsString(filter) + groupBy;
    return InvoiceAnswer.of(
        work.run(call, asked, id, found, entries -> new FillInvoice(id, groupBy, entries)));
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @PathVariable("id") InvoiceId id, @QueryParams Paging paging) {
    ReadRights.require(caller, Permission.RATES);
    // First, so that an invalid parameter is reported whether or not the invoice exists.
    Page lines = invoices.lines(caller.workspaceId(), id, paging);
    ObjectNode invoice =
        invoices.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
    ObjectNode answer = lines.answer(ResourceType.INVOICE_LINE, caller.viewer());
    answer.set("invoice", invoice);
    return answer;
  }

  @FromReadModels
  @DeleteMapping
  ResponseEntity<ObjectNode> release(WriteRequest call, @PathVariable("id") InvoiceId id) {
    return release(call, id, null);
  }

  @FromReadModels
  @DeleteMapping("/{line_id}")
  ResponseEntity<ObjectNode> releaseLine(
      WriteRequest call,
      @PathVariable("id") InvoiceId id,
      @PathVariable("line_id") InvoiceLineId line) {
    return release(call, id, line);
  }

  /// With a key, a retry finds the line gone and gets the recorded outcome.
  private ResponseEntity<ObjectNode> release(
      WriteRequest call, InvoiceId id, @Nullable InvoiceLineId line) {
    ReadRights.require(call.caller(), Permission.RATES);
    if (invoices.find(call.caller().workspaceId(), id).isEmpty()) {
      throw ApiException.notFound();
    }
    List<EntryId> found = invoices.entries(call.caller().workspaceId(), id, line);
    if (found.isEmpty() && line != null && call.idempotencyKey() == null) {
      throw ApiException.notFound();
    }
    return InvoiceAnswer.of(
        work.run(call, "release", id, found, entries -> new ReleaseInvoice(id, line, entries)));
  }

  private static List<EntryId> requireFew(List<EntryId> found) {
    if (found.size() > MOST_ENTRIES) {
      throw ApiException.of(
          ErrorCode.VALIDATION_FAILED,
          "filter",
          "More than %d entries: narrow it, for instance by days.".formatted(MOST_ENTRIES));
    }
    return found;
  }
}
