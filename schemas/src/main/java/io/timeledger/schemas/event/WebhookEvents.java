package io.timeledger.schemas.event;

import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.Webhook;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The events that a webhook can subscribe to. By name: all events about time, its directory
/// (projects, tasks, clients), overtime and connections. By `*`: events of entries, timers and
/// timesheets, except intermediate steps such as each entry's status change with its timesheet;
/// those need their name. By family, as in `timesheet.*`: its events except intermediate steps.
/// Events of connections always need their name.
///
/// Denials, tokens, webhooks, members, teams, approval routes, rules, contacts, rates and settings
/// are never sent.
public final class WebhookEvents {
  public static final String ALL = "*";

  private static final String FAMILY = ".*";
  private static final Set<EventType> BY_NAME_ONLY =
      EnumSet.of(
          EventType.TIME_ENTRY_STATUS_CHANGED,
          EventType.TIMESHEET_CREATED,
          EventType.TIMESHEET_UPDATED,
          EventType.CONNECTION_UPSERTED,
          EventType.CONNECTION_DELETED);

  private WebhookEvents() {}

  /// Whether a subscription may name it: an event, a family or `*`.
  public static boolean isKnown(String wanted) {
    return Arrays.stream(EventType.values()).anyMatch(type -> chooses(wanted, type));
  }

  /// Whether the webhook subscribes to the event and its filter passes. Does not check whether the
  /// webhook is enabled.
  public static boolean wants(Webhook webhook, EventType type, Resource data) {
    return webhook.events().stream().anyMatch(wanted -> chooses(wanted, type))
        && webhook.filter().passes(data);
  }

  private static boolean chooses(String wanted, EventType type) {
    if (!isSent(type)) {
      return false;
    }
    if (wanted.equals(type.wireName())) {
      return true;
    }
    return !BY_NAME_ONLY.contains(type)
        && (wanted.equals(ALL) ? isAboutTime(type) : isFamily(wanted, type));
  }

  private static boolean isFamily(String wanted, EventType type) {
    return wanted.endsWith(FAMILY)
        && type.wireName().startsWith(wanted.substring(0, wanted.length() - 1));
  }

  private static boolean isAboutTime(EventType type) {
    return type.subject() == ResourceType.TIME_ENTRY || type.subject() == ResourceType.TIMESHEET;
  }

  private static boolean isSent(EventType type) {
    return switch (type.subject()) {
      case TIME_ENTRY, TIMESHEET, PROJECT, TASK, CLIENT, OVERTIME, CONNECTION -> true;
      case SETTINGS,
          RATE,
          INVOICE,
          INVOICE_LINE,
          MEMBER,
          TEAM,
          APPROVAL_ROUTE,
          RULE,
          RATE_PREVIEW,
          WORKSPACE,
          TOKEN,
          WEBHOOK,
          CALENDAR_RULE,
          CONTACT,
          DENIAL ->
          false;
    };
  }
}
