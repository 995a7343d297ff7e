package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.INVOICE;
import static io.timeledger.schemas.jooq.read.Tables.INVOICE_LINE;
import static io.timeledger.schemas.jooq.read.Tables.PROJECT;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;

import io.timeledger.ingest.invoice.InvoiceableTime;
import io.timeledger.ingest.invoice.Invoices;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

final class SqlInvoices implements Invoices {
  private final Database database;
  private final KeysetQuery lines;

  SqlInvoices(Database database) {
    this.database = database;
    lines =
        new KeysetQuery(
            database,
            INVOICE_LINE,
            INVOICE_LINE.ID,
            List.of(
                new Sort<>("id", INVOICE_LINE.ID, Function.identity()),
                new Sort<>("updated_at", INVOICE_LINE.UPDATED_AT, Instant::parse)),
            false);
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, InvoiceId id) {
    return database.read(
        sql ->
            sql.selectFrom(INVOICE)
                .where(Where.in(workspace, INVOICE.WORKSPACE_ID).id(INVOICE.ID, id).condition())
                .fetchOptional(row -> JsonRows.resource(ResourceType.INVOICE, row)));
  }

  @Override
  public Page lines(WorkspaceId workspace, InvoiceId id, Paging paging) {
    return lines.page(
        linesOf(workspace, id),
        new CursorScope(workspace, null, id),
        paging,
        row -> JsonRows.resource(ResourceType.INVOICE_LINE, row));
  }

  @Override
  public void allLines(WorkspaceId workspace, InvoiceId id, Consumer<ObjectNode> each) {
    database.forEach(
        sql -> sql.selectFrom(INVOICE_LINE).where(linesOf(workspace, id)).orderBy(INVOICE_LINE.ID),
        row -> each.accept(JsonRows.resource(ResourceType.INVOICE_LINE, row)));
  }

  private static Condition linesOf(WorkspaceId workspace, InvoiceId id) {
    return Where.in(workspace, INVOICE_LINE.WORKSPACE_ID)
        .id(INVOICE_LINE.INVOICE_ID, id)
        .unlessGone(INVOICE_LINE.DELETED_AT, false)
        .condition();
  }

  @Override
  public List<EntryId> invoiceable(WorkspaceId workspace, InvoiceableTime filter, int limit) {
    return database.read(
        sql ->
            sql.select(TIME_ENTRY.ID)
                .from(TIME_ENTRY)
                .where(where(workspace, filter))
                .orderBy(TIME_ENTRY.LOG_DATE, TIME_ENTRY.ID)
                .limit(limit)
                .fetch(row -> new EntryId(row.value1())));
  }

  @Override
  public List<ObjectNode> preview(
      WorkspaceId workspace, InvoiceableTime filter, InvoiceGrouping groupBy, int limit) {
    InvoicePreview preview = new InvoicePreview(groupBy);
    return database.read(sql -> preview.of(sql, where(workspace, filter), limit));
  }

  @Override
  public List<EntryId> entries(WorkspaceId workspace, InvoiceId id, @Nullable InvoiceLineId line) {
    Condition onInvoice =
        Where.in(workspace, INVOICE_LINE.WORKSPACE_ID)
            .id(INVOICE_LINE.INVOICE_ID, id)
            .id(INVOICE_LINE.ID, line)
            .condition();
    return database.read(
        sql ->
            sql.select(TIME_ENTRY.ID)
                .from(TIME_ENTRY)
                .join(INVOICE_LINE)
                .on(
                    INVOICE_LINE.WORKSPACE_ID.eq(TIME_ENTRY.WORKSPACE_ID),
                    INVOICE_LINE.ID.eq(TIME_ENTRY.INVOICE_LINE_ID))
                .where(onInvoice)
                .orderBy(TIME_ENTRY.LOG_DATE, TIME_ENTRY.ID)
                .fetch(row -> new EntryId(row.value1())));
  }

  /// The ledger's conditions: approved, billable, on no invoice.
  private static Condition where(WorkspaceId workspace, InvoiceableTime filter) {
    return Where.in(workspace, TIME_ENTRY.WORKSPACE_ID)
        .constant(TIME_ENTRY.STATUS, EntryStatus.APPROVED)
        .eq(TIME_ENTRY.BILLABLE, true)
        .present(TIME_ENTRY.INVOICE_LINE_ID, false)
        .unlessGone(TIME_ENTRY.DELETED_AT, false)
        .id(TIME_ENTRY.PROJECT_ID, filter.projectId())
        .id(TIME_ENTRY.USER_ID, filter.userId())
        .id(TIME_ENTRY.TASK_ID, filter.taskId())
        .constant(TIME_ENTRY.ENTITY_TYPE, filter.entityType())
        .eq(TIME_ENTRY.ENTITY_ID, filter.entityId())
        .from(TIME_ENTRY.LOG_DATE, filter.from())
        .to(TIME_ENTRY.LOG_DATE, filter.to())
        .and(
            filter.clientId(),
            client ->
                TIME_ENTRY.PROJECT_ID.in(
                    DSL.select(PROJECT.ID)
                        .from(PROJECT)
                        .where(
                            PROJECT.WORKSPACE_ID.eq(workspace.value()),
                            PROJECT.CLIENT_ID.eq(client.value()))))
        .condition();
  }
}
