package io.timeledger.schemas.json;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.id.InvoiceLineId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.ApprovalRouteBuilder;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRuleBuilder;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.ClientBuilder;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.InvoiceAmount;
import io.timeledger.schemas.resource.InvoiceBuilder;
import io.timeledger.schemas.resource.InvoiceGrouping;
import io.timeledger.schemas.resource.InvoiceLineBuilder;
import io.timeledger.schemas.resource.MemberBuilder;
import io.timeledger.schemas.resource.OvertimeBuilder;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ProjectBuilder;
import io.timeledger.schemas.resource.ProjectCheck;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.resource.RateBuilder;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.resource.RuleBuilder;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.RuleEffect;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.SigningSecretInfo;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.TaskBuilder;
import io.timeledger.schemas.resource.TeamBuilder;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.TimesheetBuilder;
import io.timeledger.schemas.resource.TimesheetStatus;
import io.timeledger.schemas.resource.TokenBuilder;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookBuilder;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.resource.WorkspaceBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One event of each type, with every field that can have a value in use.
final class EventSamples {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_acme");
  private static final UserId ANN = new UserId("u_ann");
  private static final UserId MANAGER = new UserId("u_manager");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant THEN = Instant.parse("2026-04-28T07:00:00Z");
  private static final Instant NOW = Instant.parse("2026-04-29T10:23:00.125Z");
  private static final List<ApprovalLevel> LEVELS =
      List.of(
          new ApprovalLevel(MANAGER, new UserId("u_deputy")),
          new ApprovalLevel(new UserId("u_boss"), null));
  private static final Currency EUR = Currency.getInstance("EUR");

  private EventSamples() {}

  static Event of(EventType type) {
    Event unsealed =
        new Event(
            "evt_01KQC2J3X5" + "0".repeat(16),
            type,
            WORKSPACE,
            after(type.subject()),
            NOW,
            42,
            before(type),
            new EventAuthor(MANAGER, CommandOrigin.API),
            "cmd_sample",
            Event.GENESIS,
            "");
    return Seal.sealed(unsealed, new EventCodec());
  }

  private static @Nullable Resource before(EventType type) {
    if (type.wireName().endsWith(".created") || type.wireName().equals("timer.started")) {
      return null;
    }
    return switch (after(type.subject())) {
      case TimeEntry e ->
          e.with(b -> b.status(EntryStatus.SUBMITTED).version(2).sequence(30).updatedAt(THEN));
      case Timesheet t ->
          t.with(
              b ->
                  b.status(TimesheetStatus.SUBMITTED)
                      .approvedAt(null)
                      .approvedBy(null)
                      .version(2)
                      .sequence(30));
      case Settings s -> s.with(b -> b.roundingMinutes(0).version(1).sequence(2));
      case Task t -> t.with(b -> b.completedAt(null).version(1).sequence(3));
      case Connection c ->
          c.with(b -> b.status(ConnectionStatus.ACTIVE).statusReason(null).version(2).sequence(30));
      case Webhook w ->
          w.with(
              b -> b.enabled(true).disabledReason(null).disabledAt(null).version(2).sequence(30));
      case Denial _ -> null;
      case Resource other -> other;
    };
  }

  private static Resource after(ResourceType type) {
    return switch (type) {
      case TIME_ENTRY -> entry();
      case TIMESHEET -> timesheet();
      case SETTINGS ->
          Settings.defaults(WORKSPACE)
              .with(
                  b ->
                      b.roundingMinutes(15)
                          .requiredFields(Set.of(RequiredField.PROJECT, RequiredField.TAGS))
                          .autoSubmitDow(5)
                          .defaultHourlyRate(new BigDecimal("80.5"))
                          .reminderMinDailyHours(new BigDecimal("6"))
                          .updatedAt(NOW)
                          .version(2)
                          .sequence(42));
      case RATE ->
          RateBuilder.builder()
              .id(new RateId("rate_01KQC2J3X50000000000000000"))
              .workspaceId(WORKSPACE)
              .userId(ANN)
              .projectId(new ProjectId("website"))
              .hourlyRate(new BigDecimal("95.25"))
              .costRate(new BigDecimal("41.125"))
              .currency(EUR)
              .effectiveFrom(LocalDate.parse("2026-01-01"))
              .createdAt(NOW)
              .updatedAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case PROJECT ->
          ProjectBuilder.builder()
              .id(new ProjectId("website"))
              .workspaceId(WORKSPACE)
              .name("Website")
              .clientId(new ClientId("acme"))
              .billable(true)
              .timeBudgetHours(new BigDecimal("120"))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case TASK ->
          TaskBuilder.builder()
              .id(new TaskId("WEB-7"))
              .workspaceId(WORKSPACE)
              .name("Checkout")
              .projectId(new ProjectId("website"))
              .estimateHours(new BigDecimal("12.5"))
              .completedAt(NOW)
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case CLIENT ->
          ClientBuilder.builder()
              .id(new ClientId("acme"))
              .workspaceId(WORKSPACE)
              .name("Acme")
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case MEMBER ->
          MemberBuilder.builder()
              .id(ANN)
              .workspaceId(WORKSPACE)
              .role(Role.MEMBER)
              .timezone(BERLIN)
              .weeklyHours(new BigDecimal("32"))
              .teams(List.of("design"))
              .active(true)
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case WORKSPACE ->
          WorkspaceBuilder.builder()
              .id(WORKSPACE)
              .name("Acme")
              .ownerId(MANAGER)
              .createdAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case TOKEN ->
          TokenBuilder.builder()
              .id(new TokenId("tok_01KQC2J3X50000000000000000"))
              .workspaceId(WORKSPACE)
              .userId(ANN)
              .kind(TokenKind.SESSION)
              .name("laptop")
              .scopes(Set.of(Permission.READ, Permission.WRITE))
              .ownDataOnly(true)
              .expiresAt(Instant.parse("2027-01-01T00:00:00Z"))
              .createdAt(NOW)
              .createdBy(ANN)
              .openedBy(new TokenId("tok_01KQC2J3X50000000000000001"))
              .version(1)
              .sequence(42)
              .build();
      case WEBHOOK -> webhook();
      case INVOICE ->
          InvoiceBuilder.builder()
              .id(new InvoiceId("INV-2026-042"))
              .workspaceId(WORKSPACE)
              .lines(2)
              .entries(3)
              .totalSeconds(9000)
              .amounts(List.of(new InvoiceAmount(EUR, new BigDecimal("201.25"))))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case INVOICE_LINE ->
          InvoiceLineBuilder.builder()
              .id(new InvoiceLineId("inv_01KQC2J3X5" + "0".repeat(16)))
              .workspaceId(WORKSPACE)
              .invoiceId(new InvoiceId("INV-2026-042"))
              .groupBy(InvoiceGrouping.PROJECT)
              .projectId(new ProjectId("website"))
              .currency(EUR)
              .entries(2)
              .totalSeconds(5400)
              .secondsTimesRate(new BigDecimal("434700"))
              .amount(new BigDecimal("120.75"))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case TEAM ->
          TeamBuilder.builder()
              .id(new TeamId("design"))
              .workspaceId(WORKSPACE)
              .name("Design")
              .leaderUserIds(List.of(MANAGER))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case RULE ->
          RuleBuilder.builder()
              .id(new RuleId("weekend"))
              .workspaceId(WORKSPACE)
              .name("Weekend work")
              .enabled(true)
              .conditions(
                  new RuleConditions("*call*", 900L, 36_000L, List.of(0, 6), ProjectCheck.OPEN))
              .effect(RuleEffect.TAG)
              .tags(List.of("weekend"))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case OVERTIME ->
          OvertimeBuilder.builder()
              .workspaceId(WORKSPACE)
              .userId(ANN)
              .weekStart(LocalDate.parse("2026-04-27"))
              .weekEnd(LocalDate.parse("2026-05-03"))
              .totalSeconds(145_000)
              .thresholdSeconds(144_000L)
              .alertedAt(NOW)
              .version(1)
              .sequence(42)
              .build();
      case RATE_PREVIEW -> throw new IllegalArgumentException("in no event: " + type);
      case APPROVAL_ROUTE ->
          ApprovalRouteBuilder.builder()
              .id(new RouteId("designers"))
              .workspaceId(WORKSPACE)
              .name("Designers")
              .scope(RouteScope.TEAM)
              .scopeId("design")
              .levels(LEVELS)
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case CONNECTION ->
          ConnectionBuilder.builder()
              .id(new ConnectionId("conn_01KQC2J3X50000000000000000"))
              .workspaceId(WORKSPACE)
              .userId(ANN)
              .provider(Provider.ICS)
              .name("Work")
              .status(ConnectionStatus.FAILED)
              .statusReason("The address answers 404.")
              .calendarIds(List.of(new CalendarId("cal_4f2a")))
              .showPrivateTitles(true)
              .daysBack(30)
              .daysAhead(14)
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(3)
              .sequence(42)
              .build();
      case CALENDAR_RULE ->
          CalendarRuleBuilder.builder()
              .id(new CalendarRuleId("standups"))
              .workspaceId(WORKSPACE)
              .userId(ANN)
              .position(10)
              .enabled(true)
              .conditions(
                  new CalendarRuleConditions(
                      "*standup*",
                      new CalendarId("cal_4f2a"),
                      "example.com",
                      "example.org",
                      5,
                      30,
                      List.of(1, 2),
                      true,
                      BlockKind.MEETING))
              .effect(
                  new CalendarRuleEffect(
                      false,
                      new ProjectId("website"),
                      new TaskId("WEB-7"),
                      EntityType.DEAL,
                      "deal_7",
                      false,
                      List.of("meeting"),
                      "Standup"))
              .createdAt(THEN)
              .updatedAt(NOW)
              .version(2)
              .sequence(42)
              .build();
      case DENIAL ->
          new Denial(
              WORKSPACE,
              "timesheet.approved",
              "timesheet",
              "ts_01KQC2J3X50000000000000000",
              ANN,
              "forbidden",
              "needs the permission time:approve");
    };
  }

  private static Webhook webhook() {
    return WebhookBuilder.builder()
        .id(new WebhookId("wh_01KQC2J3X50000000000000000"))
        .workspaceId(WORKSPACE)
        .url("https://example.com/hooks/time")
        .description("Payroll")
        .events(List.of("timesheet.*", "time_entry.created"))
        .enabled(false)
        .disabledReason(DisabledReason.GONE)
        .disabledAt(NOW)
        .retryDelays(Webhook.DEFAULT_RETRY_DELAYS)
        .payload(PayloadMode.FULL)
        .format(PayloadFormat.STANDARD)
        .ordering(DeliveryOrder.NONE)
        .include(Set.of(Include.RATES))
        .maxInFlight(Webhook.DEFAULT_MAX_IN_FLIGHT)
        .ratePerSecond(20)
        .customHeaderNames(List.of("X-Api-Key"))
        .filter(
            new WebhookFilter(
                List.of(new ProjectId("website")), Set.of(EntityType.TASK), List.of("WEB-7")))
        .secrets(
            List.of(
                new SigningSecretInfo(1, SecretRole.PRIMARY, THEN, NOW, null),
                new SigningSecretInfo(2, SecretRole.SECONDARY, NOW, null, null)))
        .createdBy(MANAGER)
        .createdAt(THEN)
        .updatedAt(NOW)
        .version(3)
        .sequence(42)
        .build();
  }

  private static TimeEntry entry() {
    return TimeEntryBuilder.builder()
        .id(new EntryId("te_01KQC2J3X50000000000000000"))
        .workspaceId(WORKSPACE)
        .userId(ANN)
        .entityType(EntityType.TASK)
        .entityId("WEB-7")
        .projectId(new ProjectId("website"))
        .taskId(new TaskId("WEB-7"))
        .description("Prüfung der Kasse – Teil 1")
        .tags(List.of("design", "review"))
        .billable(true)
        .startedAt(Instant.parse("2026-04-28T07:00:00Z"))
        .endedAt(Instant.parse("2026-04-28T08:30:00Z"))
        .timezone(BERLIN)
        .logDate(LocalDate.parse("2026-04-28"))
        .durationSeconds(5400)
        .roundedSeconds(5400)
        .status(EntryStatus.APPROVED)
        .source(Source.TIMER)
        .externalSource("toggl")
        .externalId("4711")
        .hourlyRate(new BigDecimal("95.25"))
        .costRate(new BigDecimal("41.125"))
        .currency(EUR)
        .rateId(new RateId("rate_01KQC2J3X50000000000000000"))
        .needsReview(true)
        .reviewReason("overlap")
        .timesheetId(new TimesheetId("ts_01KQC2J3X50000000000000000"))
        .createdAt(THEN)
        .updatedAt(NOW)
        .version(3)
        .sequence(42)
        .build();
  }

  private static Timesheet timesheet() {
    return TimesheetBuilder.builder()
        .id(new TimesheetId("ts_01KQC2J3X50000000000000000"))
        .workspaceId(WORKSPACE)
        .userId(ANN)
        .periodStart(LocalDate.parse("2026-04-27"))
        .periodEnd(LocalDate.parse("2026-05-03"))
        .status(TimesheetStatus.APPROVED)
        .totalSeconds(138_600)
        .billableSeconds(115_200)
        .submittedAt(THEN)
        .submittedBy(ANN)
        .approvedAt(NOW)
        .approvedBy(MANAGER)
        .level(1)
        .note("short week")
        .approvalRouteId(new RouteId("designers"))
        .approvalLevels(LEVELS)
        .approvalComment("thanks")
        .createdAt(THEN)
        .updatedAt(NOW)
        .version(3)
        .sequence(42)
        .changedAt(NOW)
        .changedSequence(42L)
        .build();
  }
}
