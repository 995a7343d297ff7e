package io.timeledger.schemas.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.timeledger.schemas.resource.ResourceType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Every kind of event by its wire name, which is also the action of its audit record. A type
/// changes by addition only; a new meaning is a new type.
public enum EventType {
  TIME_ENTRY_CREATED("time_entry.created", ResourceType.TIME_ENTRY),
  TIME_ENTRY_UPDATED("time_entry.updated", ResourceType.TIME_ENTRY),
  TIME_ENTRY_DELETED("time_entry.deleted", ResourceType.TIME_ENTRY),
  TIME_ENTRY_RESTORED("time_entry.restored", ResourceType.TIME_ENTRY),
  TIME_ENTRY_STATUS_CHANGED("time_entry.status_changed", ResourceType.TIME_ENTRY),
  TIME_ENTRY_INVOICED("time_entry.invoiced", ResourceType.TIME_ENTRY),
  TIME_ENTRY_INVOICE_RELEASED("time_entry.invoice_released", ResourceType.TIME_ENTRY),
  TIMER_STARTED("timer.started", ResourceType.TIME_ENTRY),
  TIMER_STOPPED("timer.stopped", ResourceType.TIME_ENTRY),
  TIMER_RUNAWAY("timer.runaway", ResourceType.TIME_ENTRY),
  TIMESHEET_CREATED("timesheet.created", ResourceType.TIMESHEET),
  TIMESHEET_UPDATED("timesheet.updated", ResourceType.TIMESHEET),
  TIMESHEET_SUBMITTED("timesheet.submitted", ResourceType.TIMESHEET),
  TIMESHEET_WITHDRAWN("timesheet.withdrawn", ResourceType.TIMESHEET),
  TIMESHEET_LEVEL_APPROVED("timesheet.level_approved", ResourceType.TIMESHEET),
  TIMESHEET_APPROVED("timesheet.approved", ResourceType.TIMESHEET),
  TIMESHEET_REJECTED("timesheet.rejected", ResourceType.TIMESHEET),
  TIMESHEET_REOPENED("timesheet.reopened", ResourceType.TIMESHEET),
  INVOICE_LINE_CREATED("invoice_line.created", ResourceType.INVOICE_LINE),
  INVOICE_LINE_UPDATED("invoice_line.updated", ResourceType.INVOICE_LINE),
  INVOICE_LINE_DELETED("invoice_line.deleted", ResourceType.INVOICE_LINE),
  INVOICE_LINES_FILLED("invoice.lines_filled_from_time", ResourceType.INVOICE),
  INVOICE_LINES_RELEASED("invoice.lines_released", ResourceType.INVOICE),
  PROJECT_CREATED("project.created", ResourceType.PROJECT),
  PROJECT_UPDATED("project.updated", ResourceType.PROJECT),
  PROJECT_DELETED("project.deleted", ResourceType.PROJECT),
  TASK_CREATED("task.created", ResourceType.TASK),
  TASK_UPDATED("task.updated", ResourceType.TASK),
  TASK_COMPLETED("task.completed", ResourceType.TASK),
  TASK_DELETED("task.deleted", ResourceType.TASK),
  CLIENT_CREATED("client.created", ResourceType.CLIENT),
  CLIENT_UPDATED("client.updated", ResourceType.CLIENT),
  CLIENT_DELETED("client.deleted", ResourceType.CLIENT),
  TEAM_CREATED("team.created", ResourceType.TEAM),
  TEAM_UPDATED("team.updated", ResourceType.TEAM),
  TEAM_DELETED("team.deleted", ResourceType.TEAM),
  APPROVAL_ROUTE_UPSERTED("approval_route.upserted", ResourceType.APPROVAL_ROUTE),
  APPROVAL_ROUTE_DELETED("approval_route.deleted", ResourceType.APPROVAL_ROUTE),
  RULE_UPSERTED("automation_rule.upserted", ResourceType.RULE),
  RULE_DELETED("automation_rule.deleted", ResourceType.RULE),
  MEMBER_OVERTIME("member.overtime", ResourceType.OVERTIME),
  MEMBER_CREATED("member.created", ResourceType.MEMBER),
  MEMBER_UPDATED("member.updated", ResourceType.MEMBER),
  MEMBER_DEACTIVATED("member.deactivated", ResourceType.MEMBER),
  MEMBER_ERASED("member.erased", ResourceType.MEMBER),
  WORKSPACE_CREATED("workspace.created", ResourceType.WORKSPACE),
  TOKEN_CREATED("token.created", ResourceType.TOKEN),
  TOKEN_REVOKED("token.revoked", ResourceType.TOKEN),
  /// The data is the new session.
  USER_LOGIN("user.login", ResourceType.TOKEN),
  /// The data is the session that its user ended.
  USER_LOGOUT("user.logout", ResourceType.TOKEN),
  SETTINGS_UPDATED("settings.updated", ResourceType.SETTINGS),
  RATE_UPSERTED("time_entry.rate_override.upserted", ResourceType.RATE),
  RATE_DELETED("time_entry.rate_override.deleted", ResourceType.RATE),
  WEBHOOK_UPSERTED("time_webhook.upserted", ResourceType.WEBHOOK),
  WEBHOOK_DELETED("time_webhook.deleted", ResourceType.WEBHOOK),
  CONNECTION_UPSERTED("connection.upserted", ResourceType.CONNECTION),
  CONNECTION_DELETED("connection.deleted", ResourceType.CONNECTION),
  CALENDAR_RULE_UPSERTED("calendar_rule.upserted", ResourceType.CALENDAR_RULE),
  CALENDAR_RULE_DELETED("calendar_rule.deleted", ResourceType.CALENDAR_RULE),
  TIMESHEET_APPROVED_DENIED("timesheet.approved.denied", ResourceType.DENIAL),
  TIMESHEET_REJECTED_DENIED("timesheet.rejected.denied", ResourceType.DENIAL),
  TIMESHEET_REOPENED_DENIED("timesheet.reopened.denied", ResourceType.DENIAL),
  SETTINGS_UPDATED_DENIED("settings.updated.denied", ResourceType.DENIAL),
  RATE_UPSERTED_DENIED("time_entry.rate_override.upserted.denied", ResourceType.DENIAL),
  RATE_DELETED_DENIED("time_entry.rate_override.deleted.denied", ResourceType.DENIAL),
  TOKEN_CREATED_DENIED("token.created.denied", ResourceType.DENIAL),
  TOKEN_REVOKED_DENIED("token.revoked.denied", ResourceType.DENIAL),
  WEBHOOK_UPSERTED_DENIED("time_webhook.upserted.denied", ResourceType.DENIAL),
  WEBHOOK_DELETED_DENIED("time_webhook.deleted.denied", ResourceType.DENIAL);

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, t -> t));

  private final String wireName;
  private final ResourceType subject;

  EventType(String wireName, ResourceType subject) {
    this.wireName = wireName;
    this.subject = subject;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// The resource type of `data`.
  public ResourceType subject() {
    return subject;
  }

  /// Whether the event changes totals. Only `time_entry.*` does; a stopped timer counts through the
  /// `time_entry.created` that follows. New types must keep this rule, because older releases
  /// decide by the name alone which unknown events they can skip.
  public boolean movesTotals() {
    return wireName.startsWith("time_entry.") && subject == ResourceType.TIME_ENTRY;
  }

  public boolean isDenial() {
    return subject == ResourceType.DENIAL;
  }

  /// Whether this release knows the name.
  public static boolean isKnown(String wireName) {
    return BY_WIRE_NAME.containsKey(wireName);
  }

  /// @throws IllegalArgumentException for an unknown name
  @JsonCreator
  public static EventType of(String wireName) {
    EventType type = BY_WIRE_NAME.get(wireName);
    if (type == null) {
      throw new IllegalArgumentException("event: \"%.80s\" is unknown".formatted(wireName));
    }
    return type;
  }
}
