package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.MemberBuilder;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.ProjectBuilder;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetBuilder;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.schemas.resource.WorkspaceBuilder;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random members at work: entries, edits, moves, timers, deletes, approvals, with the events that
/// the ledger's contract prescribes. The same seed works the same way.
public final class RandomWork {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");
  private static final List<Currency> CURRENCIES =
      List.of(Currency.getInstance("EUR"), Currency.getInstance("USD"));

  private final History history;
  private final Random random;
  private final Map<EntryId, TimeEntry> entries = new LinkedHashMap<>();
  private final Map<TimesheetId, Timesheet> sheets = new LinkedHashMap<>();
  private Settings settings;
  private @Nullable Project project;

  public RandomWork(String workspace, long seed) {
    history = new History(new WorkspaceId(workspace));
    random = new Random(seed);
    settings = Settings.defaults(history.workspace());
    history.append(
        EventType.WORKSPACE_CREATED,
        null,
        sequence ->
            WorkspaceBuilder.builder()
                .id(history.workspace())
                .name("Acme")
                .ownerId(new UserId("u_boss"))
                .createdAt(history.now())
                .version(1)
                .sequence(sequence)
                .build());
    history.append(
        EventType.MEMBER_CREATED,
        null,
        sequence ->
            MemberBuilder.builder()
                .id(new UserId("u_boss"))
                .workspaceId(history.workspace())
                .role(Role.OWNER)
                .timezone(ZoneId.of("Europe/Berlin"))
                .weeklyHours(new BigDecimal("38.5"))
                .teams(List.of("core", "a \"quoted\" team"))
                .active(true)
                .createdAt(history.now())
                .updatedAt(history.now())
                .version(1)
                .sequence(sequence)
                .build());
  }

  public History history() {
    return history;
  }

  public Collection<TimeEntry> entries() {
    return List.copyOf(entries.values());
  }

  public Collection<Timesheet> sheets() {
    return List.copyOf(sheets.values());
  }

  /// Takes so many random steps; a step makes one event or several.
  public RandomWork steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
    return this;
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> create();
      case 7, 8, 9, 10 -> edit();
      case 11, 12 -> delete();
      case 13 -> startTimer();
      case 14, 15 -> stopTimer();
      case 16, 17, 18 -> moveSheet();
      default -> administrate();
    }
  }

  private void create() {
    TimeEntry drafted = draft(EntryStatus.DRAFT, "te_" + (entries.size() + 1));
    Timesheet sheet = openSheet(drafted.userId(), drafted.logDate());
    if (!sheet.isLocked()) {
      TimeEntry entry = drafted.with(e -> e.timesheetId(sheet.id()).status(statusIn(sheet)));
      put(EventType.TIME_ENTRY_CREATED, null, entry);
    }
  }

  private void edit() {
    TimeEntry entry = pick();
    if (entry == null || entry.isRunning() || entry.isDeleted() || locked(entry)) {
      return;
    }
    TimeEntry wanted = draft(entry.status(), entry.id().value());
    Timesheet sheet = openSheet(wanted.userId(), wanted.logDate());
    if (!sheet.isLocked()) {
      put(
          EventType.TIME_ENTRY_UPDATED,
          entry,
          wanted.with(
              e ->
                  e.timesheetId(sheet.id())
                      .status(statusIn(sheet))
                      .createdAt(entry.createdAt())
                      .version(entry.version())));
    }
  }

  private void delete() {
    TimeEntry entry = pick();
    if (entry != null && !entry.isDeleted() && !locked(entry)) {
      put(EventType.TIME_ENTRY_DELETED, entry, entry.with(e -> e.deletedAt(history.now())));
    }
  }

  private void startTimer() {
    TimeEntry running =
        draft(EntryStatus.RUNNING, "te_" + (entries.size() + 1))
            .with(
                e ->
                    e.source(Source.TIMER)
                        .startedAt(history.now())
                        .durationSeconds(0)
                        .roundedSeconds(0));
    put(EventType.TIMER_STARTED, null, running);
  }

  private void stopTimer() {
    entries.values().stream()
        .filter(entry -> entry.isRunning() && !entry.isDeleted())
        .findFirst()
        .ifPresent(this::stop);
  }

  private void stop(TimeEntry running) {
    Timesheet sheet = openSheet(running.userId(), running.logDate());
    long seconds = random.nextInt(7200);
    TimeEntry stopped =
        put(
            EventType.TIMER_STOPPED,
            running,
            running.with(
                e ->
                    e.endedAt(history.now())
                        .durationSeconds(seconds)
                        .roundedSeconds((seconds + 450) / 900 * 900)
                        .status(sheet.isLocked() ? EntryStatus.DRAFT : statusIn(sheet))
                        .needsReview(sheet.isLocked())
                        .timesheetId(sheet.isLocked() ? null : sheet.id())));
    history.append(EventType.TIME_ENTRY_CREATED, null, sequence -> stopped);
  }

  private void moveSheet() {
    if (sheets.isEmpty()) {
      return;
    }
    Timesheet sheet = List.copyOf(sheets.values()).get(random.nextInt(sheets.size()));
    switch (sheet.status()) {
      case DRAFT, REJECTED ->
          transit(sheet, EventType.TIMESHEET_SUBMITTED, TimesheetStatus.SUBMITTED);
      case SUBMITTED ->
          transit(
              sheet,
              random.nextBoolean() ? EventType.TIMESHEET_APPROVED : EventType.TIMESHEET_REJECTED,
              null);
      case APPROVED -> transit(sheet, EventType.TIMESHEET_REOPENED, TimesheetStatus.DRAFT);
    }
  }

  private void transit(Timesheet sheet, EventType type, @Nullable TimesheetStatus to) {
    TimesheetStatus status =
        to != null
            ? to
            : type == EventType.TIMESHEET_APPROVED
                ? TimesheetStatus.APPROVED
                : TimesheetStatus.REJECTED;
    List<TimeEntry> counted =
        entries.values().stream()
            .filter(e -> sheet.id().equals(e.timesheetId()) && !e.isDeleted())
            .toList();
    long total = counted.stream().mapToLong(TimeEntry::roundedSeconds).sum();
    long billable =
        counted.stream().filter(TimeEntry::billable).mapToLong(TimeEntry::roundedSeconds).sum();
    Timesheet moved =
        history.append(
            type,
            sheet.with(s -> s.totalSeconds(total).billableSeconds(billable)),
            sequence ->
                sheet.with(
                    s ->
                        s.status(status)
                            .totalSeconds(total)
                            .billableSeconds(billable)
                            .updatedAt(history.now())
                            .version(sheet.version() + 1)
                            .sequence(sequence)));
    sheets.put(sheet.id(), moved);
    counted.forEach(
        entry ->
            put(
                EventType.TIME_ENTRY_STATUS_CHANGED,
                entry,
                entry.with(
                    e ->
                        e.status(statusIn(moved))
                            .invoiceLineId(
                                status == TimesheetStatus.APPROVED && random.nextInt(4) == 0
                                    ? "inv_1"
                                    : null))));
  }

  private void administrate() {
    switch (random.nextInt(3)) {
      case 0 -> {
        Settings before = settings;
        settings =
            history.append(
                EventType.SETTINGS_UPDATED,
                before,
                sequence ->
                    before.with(
                        s ->
                            s.roundingMinutes(random.nextBoolean() ? 15 : 5)
                                .updatedAt(history.now())
                                .version(before.version() + 1)
                                .sequence(sequence)));
      }
      case 1 -> {
        Project before = project;
        project =
            history.append(
                before == null ? EventType.PROJECT_CREATED : EventType.PROJECT_UPDATED,
                before,
                sequence ->
                    ProjectBuilder.builder()
                        .id(new ProjectId("p_1"))
                        .workspaceId(history.workspace())
                        .name("Project, version %d, ünïcode 🎉".formatted(sequence))
                        .timeBudgetHours(new BigDecimal("120.50"))
                        .createdAt(before == null ? history.now() : before.createdAt())
                        .updatedAt(history.now())
                        .version(before == null ? 1 : before.version() + 1)
                        .sequence(sequence)
                        .build());
      }
      default ->
          history.append(
              EventType.TIMESHEET_APPROVED_DENIED,
              null,
              sequence ->
                  new Denial(
                      history.workspace(),
                      "timesheet.approved",
                      "timesheet",
                      "ts_1",
                      new UserId("u_boss"),
                      "forbidden",
                      "needs time:approve"));
    }
  }

  private TimeEntry draft(EntryStatus status, String id) {
    int user = random.nextInt(3);
    int entity = random.nextInt(3);
    long seconds = random.nextInt(36_000);
    return TimeEntryBuilder.builder()
        .id(new EntryId(id))
        .workspaceId(history.workspace())
        .userId(new UserId("u_" + user))
        .entityType(entity == 0 ? EntityType.INTERNAL : EntityType.TICKET)
        .entityId(entity == 0 ? null : "T-" + entity)
        .projectId(random.nextInt(4) == 0 ? null : new ProjectId("p_" + random.nextInt(3)))
        .taskId(random.nextInt(2) == 0 ? null : new TaskId("t_" + random.nextInt(3)))
        .description("worked on \"it\"\nfor a while")
        .tags(random.nextInt(3) == 0 ? List.of("deep", "a,b") : List.of("stage:" + user, "stage:x"))
        .billable(random.nextBoolean())
        .timezone(ZoneId.of("Europe/Berlin"))
        .logDate(FIRST_DAY.plusDays(random.nextInt(28)))
        .durationSeconds(seconds)
        .roundedSeconds(seconds)
        .status(status)
        .source(Source.API)
        .hourlyRate(BigDecimal.valueOf(random.nextInt(2_000_000), 4))
        .costRate(random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2))
        .currency(CURRENCIES.get(user % 2))
        .createdAt(history.now())
        .build();
  }

  private TimeEntry put(EventType type, @Nullable TimeEntry before, TimeEntry data) {
    TimeEntry entry =
        history.append(
            type,
            before,
            sequence ->
                data.with(
                    e ->
                        e.updatedAt(history.now())
                            .version(before == null ? 1 : before.version() + 1)
                            .sequence(sequence)));
    entries.put(entry.id(), entry);
    return entry;
  }

  private Timesheet openSheet(UserId user, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    TimesheetId id = new TimesheetId("ts_%s_%s".formatted(user, monday));
    Timesheet known = sheets.get(id);
    if (known != null) {
      return known;
    }
    Timesheet sheet =
        history.append(
            EventType.TIMESHEET_CREATED,
            null,
            sequence ->
                TimesheetBuilder.builder()
                    .id(id)
                    .workspaceId(history.workspace())
                    .userId(user)
                    .periodStart(monday)
                    .periodEnd(monday.plusDays(6))
                    .status(TimesheetStatus.DRAFT)
                    .level(1)
                    .createdAt(history.now())
                    .updatedAt(history.now())
                    .version(1)
                    .sequence(sequence)
                    .build());
    sheets.put(id, sheet);
    return sheet;
  }

  private boolean locked(TimeEntry entry) {
    return sheets.values().stream()
        .anyMatch(sheet -> sheet.id().equals(entry.timesheetId()) && sheet.isLocked());
  }

  private @Nullable TimeEntry pick() {
    return entries.isEmpty()
        ? null
        : List.copyOf(entries.values()).get(random.nextInt(entries.size()));
  }

  private static EntryStatus statusIn(Timesheet sheet) {
    return switch (sheet.status()) {
      case DRAFT -> EntryStatus.DRAFT;
      case SUBMITTED -> EntryStatus.SUBMITTED;
      case APPROVED -> EntryStatus.APPROVED;
      case REJECTED -> EntryStatus.REJECTED;
    };
  }
}
