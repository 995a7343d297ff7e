package io.timeledger.schemas.resource;

import java.util.Arrays;

/// The resource types by wire name; also the `entity_type` of audit records.
public enum ResourceType {
  TIME_ENTRY("time_entry", TimeEntry.class),
  TIMESHEET("timesheet", Timesheet.class),
  SETTINGS("settings", Settings.class),
  RATE("time_rate_override", Rate.class),
  INVOICE("invoice", Invoice.class),
  INVOICE_LINE("invoice_line", InvoiceLine.class),
  PROJECT("project", Project.class),
  TASK("task", Task.class),
  CLIENT("client", Client.class),
  TEAM("team", Team.class),
  APPROVAL_ROUTE("approval_route", ApprovalRoute.class),
  RULE("automation_rule", Rule.class),
  OVERTIME("overtime", Overtime.class),
  RATE_PREVIEW("rate_preview", RatePreview.class),
  MEMBER("member", Member.class),
  WORKSPACE("workspace", Workspace.class),
  TOKEN("token", Token.class),
  WEBHOOK("time_webhook", Webhook.class),
  CONNECTION("connection", Connection.class),
  CALENDAR_RULE("calendar_rule", CalendarRule.class),
  CONTACT("contact", Contact.class),
  DENIAL("denial", Denial.class);

  private final String wireName;
  private final Class<? extends Resource> type;

  ResourceType(String wireName, Class<? extends Resource> type) {
    this.wireName = wireName;
    this.type = type;
  }

  public String wireName() {
    return wireName;
  }

  public Class<? extends Resource> type() {
    return type;
  }

  public static ResourceType of(Resource resource) {
    return switch (resource) {
      case TimeEntry _ -> TIME_ENTRY;
      case Timesheet _ -> TIMESHEET;
      case Settings _ -> SETTINGS;
      case Rate _ -> RATE;
      case Invoice _ -> INVOICE;
      case InvoiceLine _ -> INVOICE_LINE;
      case Project _ -> PROJECT;
      case Task _ -> TASK;
      case Client _ -> CLIENT;
      case Team _ -> TEAM;
      case ApprovalRoute _ -> APPROVAL_ROUTE;
      case Rule _ -> RULE;
      case Overtime _ -> OVERTIME;
      case RatePreview _ -> RATE_PREVIEW;
      case Member _ -> MEMBER;
      case Workspace _ -> WORKSPACE;
      case Token _ -> TOKEN;
      case Webhook _ -> WEBHOOK;
      case Connection _ -> CONNECTION;
      case CalendarRule _ -> CALENDAR_RULE;
      case Contact _ -> CONTACT;
      case Denial _ -> DENIAL;
    };
  }

  /// Whether this release knows the name.
  public static boolean isKnown(String wireName) {
    return Arrays.stream(values()).anyMatch(type -> type.wireName.equals(wireName));
  }

  /// @throws IllegalArgumentException for an unknown name
  public static ResourceType of(String wireName) {
    return Arrays.stream(values())
        .filter(type -> type.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("resource type: " + wireName));
  }
}
