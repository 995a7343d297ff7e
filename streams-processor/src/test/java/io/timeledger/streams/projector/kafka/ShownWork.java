package io.timeledger.streams.projector.kafka;

import static io.timeledger.schemas.jooq.read.Tables.AUDIT;
import static io.timeledger.schemas.jooq.read.Tables.EVENT;
import static io.timeledger.schemas.jooq.read.Tables.ROLLUP;
import static io.timeledger.schemas.jooq.read.Tables.TIMESHEET;
import static io.timeledger.schemas.jooq.read.Tables.TIME_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.read.tables.records.AuditRecord;
import io.timeledger.schemas.jooq.read.tables.records.TimeEntryRecord;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Rollup.Money;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.rollup.RandomWork;
import io.timeledger.streams.rollup.Recomputed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the tables of a projection show of a workspace, held against the work that was done in it.
///
/// @param sql that sees the live projection
record ShownWork(DSLContext sql, RandomWork work) {

  void assertExact() {
    String workspace = work.history().workspace().value();
    assertEntries(workspace);
    assertThat(rollups(workspace)).isEqualTo(Recomputed.rollups(work.entries()));
    assertSheets(workspace);
    assertLog(workspace);
  }

  private void assertEntries(String workspace) {
    Map<String, TimeEntryRecord> rows =
        sql.selectFrom(TIME_ENTRY)
            .where(TIME_ENTRY.WORKSPACE_ID.eq(workspace))
            .fetchMap(TIME_ENTRY.ID);
    assertThat(rows).hasSameSizeAs(work.entries());
    for (TimeEntry entry : work.entries()) {
      assertThat(rows.get(entry.id().value()))
          .satisfies(
              row -> {
                assertThat(row.getUserId()).isEqualTo(entry.userId().value());
                assertThat(row.getStatus()).isEqualTo(lower(entry.status()));
                assertThat(row.getLogDate()).isEqualTo(entry.logDate());
                assertThat(row.getRoundedSeconds()).isEqualTo(entry.roundedSeconds());
                assertThat(row.getHourlyRate()).isEqualByComparingTo(entry.hourlyRate());
                assertThat(row.getTags()).containsExactlyElementsOf(entry.tags());
                assertThat(row.getDescription()).isEqualTo(entry.description());
                assertThat(row.getDeletedAt()).isEqualTo(entry.deletedAt());
                assertThat(row.getStartedAt()).isEqualTo(entry.startedAt());
                assertThat(row.getVersion()).isEqualTo(entry.version());
              });
    }
  }

  private void assertSheets(String workspace) {
    Map<TimesheetId, List<Long>> expected = Recomputed.sheetTotals(work.entries());
    Map<TimesheetId, Long> changes = Recomputed.lastChanges(work.history().events());
    Map<TimesheetId, List<Long>> totals = new HashMap<>();
    sql.selectFrom(TIMESHEET)
        .where(TIMESHEET.WORKSPACE_ID.eq(workspace))
        .forEach(
            row -> {
              TimesheetId id = new TimesheetId(row.getId());
              totals.put(id, List.of(row.getTotalSeconds(), row.getBillableSeconds()));
              assertThat(row.getChangedSequence()).isEqualTo(changes.get(id));
              assertThat(row.getChangedAt()).isEqualTo(work.history().at(row.getChangedSequence()));
            });
    assertThat(totals).hasSameSizeAs(work.sheets());
    totals.forEach(
        (sheet, sums) -> assertThat(sums).isEqualTo(expected.getOrDefault(sheet, List.of(0L, 0L))));
  }

  private void assertLog(String workspace) {
    List<Event> events = work.history().events();
    List<String> bodies =
        sql.selectFrom(EVENT)
            .where(EVENT.WORKSPACE_ID.eq(workspace))
            .orderBy(EVENT.SEQUENCE)
            .fetch(EVENT.BODY);
    assertThat(bodies).hasSameSizeAs(events);
    assertThat(bodies).allMatch(body -> Seal.holds((ObjectNode) Json.MAPPER.readTree(body)));
    Result<AuditRecord> audit =
        sql.selectFrom(AUDIT)
            .where(AUDIT.WORKSPACE_ID.eq(workspace))
            .orderBy(AUDIT.SEQUENCE)
            .fetch();
    assertThat(audit.getValues(AUDIT.ACTION))
        .isEqualTo(events.stream().map(event -> event.type().wireName()).toList());
    assertThat(audit.map(row -> Json.MAPPER.readTree(row.getChanges().data())))
        .isEqualTo(bodies.stream().map(body -> changes(Json.MAPPER.readTree(body))).toList());
  }

  private static ObjectNode changes(JsonNode event) {
    ObjectNode changes = Json.MAPPER.createObjectNode();
    if (event.required("event").asString().endsWith(".denied")) {
      return changes;
    }
    JsonNode data = event.required("data");
    if (event.get("previous") instanceof ObjectNode previous) {
      previous.forEachEntry(
          (field, before) -> changes.putArray(field).add(before).add(data.get(field)));
    } else {
      data.forEachEntry((field, after) -> changes.putArray(field).addNull().add(after));
      changes.removeIf(change -> change.get(1).isNull());
    }
    return changes.remove(
        List.of("version", "sequence", "updated_at", "changed_at", "changed_sequence"));
  }

  private Map<String, Rollup> rollups(String workspace) {
    Map<String, Rollup> rollups = new TreeMap<>();
    sql.selectFrom(ROLLUP)
        .where(ROLLUP.WORKSPACE_ID.eq(workspace))
        .forEach(
            row -> {
              TreeMap<String, Money> money = new TreeMap<>();
              money.put(
                  row.getCurrency(),
                  new Money(
                      plain(row.getAmount()),
                      plain(row.getApprovedAmount()),
                      plain(row.getCost())));
              money.values().removeIf(Money.ZERO::equals);
              rollups.merge(
                  "%s/%s/%s".formatted(row.getDimension(), row.getDimensionId(), row.getLogDate()),
                  new Rollup(
                      new WorkspaceId(workspace),
                      Dimension.valueOf(row.getDimension().toUpperCase(Locale.ROOT)),
                      row.getDimensionId(),
                      row.getLogDate(),
                      row.getEntries(),
                      row.getTotalSeconds(),
                      row.getRawSeconds(),
                      row.getBillableSeconds(),
                      row.getApprovedSeconds(),
                      row.getApprovedBillableSeconds(),
                      row.getInvoicedSeconds(),
                      money),
                  ShownWork::plus);
            });
    return rollups;
  }

  private static Rollup plus(Rollup one, Rollup other) {
    TreeMap<String, Money> money = new TreeMap<>(one.money());
    money.putAll(other.money());
    return new Rollup(
        one.workspaceId(),
        one.dimension(),
        one.dimensionId(),
        one.logDate(),
        one.entries() + other.entries(),
        one.totalSeconds() + other.totalSeconds(),
        one.rawSeconds() + other.rawSeconds(),
        one.billableSeconds() + other.billableSeconds(),
        one.approvedSeconds() + other.approvedSeconds(),
        one.approvedBillableSeconds() + other.approvedBillableSeconds(),
        one.invoicedSeconds() + other.invoicedSeconds(),
        money);
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
