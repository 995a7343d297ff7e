package io.timeledger.streams.ledger.state;

import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.Rule;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.Team;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.Workspace;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.WebhookSecrets;
import java.util.ArrayList;
import java.util.List;

/// The tables of a workspace's state. A new kind of state is one more constant here.
///
/// Like an enum, but each constant knows the type of its values.
public final class StateTable<V> {
  private static final List<StateTable<?>> ALL = new ArrayList<>();

  public static final StateTable<Head> HEAD = workspace("head", Head.class);
  public static final StateTable<Workspace> WORKSPACE = workspace("workspace", Workspace.class);
  public static final StateTable<Settings> SETTINGS = workspace("settings", Settings.class);
  public static final StateTable<Member> MEMBER = workspace("member", Member.class);
  public static final StateTable<MemberProfile> PROFILE = workspace("profile", MemberProfile.class);
  public static final StateTable<Project> PROJECT = workspace("project", Project.class);
  public static final StateTable<Task> TASK = workspace("task", Task.class);
  public static final StateTable<Client> CLIENT = workspace("client", Client.class);
  public static final StateTable<Team> TEAM = workspace("team", Team.class);
  public static final StateTable<Rule> RULE = workspace("rule", Rule.class);
  public static final StateTable<Overtime> OVERTIME = workspace("overtime", Overtime.class);

  public static final StateTable<ApprovalRoute> APPROVAL_ROUTE =
      workspace("approval-route", ApprovalRoute.class);

  /// Ids of approval routes by scope.
  public static final StateTable<String> APPROVAL_ROUTE_KEY = index("approval-route-key");

  public static final StateTable<Rate> RATE = workspace("rate", Rate.class);

  /// Keys of rates by their id.
  public static final StateTable<String> RATE_KEY = index("rate-key");

  public static final StateTable<Token> TOKEN = workspace("token", Token.class);

  /// Keys of tokens by their id.
  public static final StateTable<String> TOKEN_KEY = index("token-key");

  public static final StateTable<Webhook> WEBHOOK = workspace("webhook", Webhook.class);

  /// Encrypted; also on the private topic.
  public static final StateTable<WebhookSecrets> WEBHOOK_SECRETS =
      workspace("webhook-secrets", WebhookSecrets.class);

  public static final StateTable<Connection> CONNECTION = workspace("connection", Connection.class);

  /// Keys of connections by their id.
  public static final StateTable<String> CONNECTION_KEY = index("connection-key");

  public static final StateTable<CalendarRule> CALENDAR_RULE =
      workspace("calendar-rule", CalendarRule.class);

  /// Keys of calendar rules by their id.
  public static final StateTable<String> CALENDAR_RULE_KEY = index("calendar-rule-key");

  public static final StateTable<Contact> CONTACT = workspace("contact", Contact.class);

  public static final StateTable<Timesheet> TIMESHEET = workspace("timesheet", Timesheet.class);

  /// Keys of timesheets by their id.
  public static final StateTable<String> TIMESHEET_KEY = index("timesheet-key");

  public static final StateTable<Invoice> INVOICE = workspace("invoice", Invoice.class);

  /// Lines by invoice and group.
  public static final StateTable<InvoiceLine> INVOICE_LINE =
      workspace("invoice-line", InvoiceLine.class);

  /// Keys of invoice lines by their id.
  public static final StateTable<String> INVOICE_LINE_KEY = index("invoice-line-key");

  public static final StateTable<TimeEntry> ENTRY =
      new StateTable<>("entry", TimeEntry.class, StoreGroup.ENTRIES);

  /// Ids of running entries by user.
  public static final StateTable<String> RUNNING = index("running");

  /// Ids of entries by user and day.
  public static final StateTable<String> DAY = index("day");

  /// Ids of entries by external source and id.
  public static final StateTable<String> EXTERNAL = index("external");

  /// Rounded seconds by user and day.
  public static final StateTable<Long> DAY_SECONDS = workspace("day-seconds", Long.class);

  private final String keyName;
  private final Class<V> type;
  private final StoreGroup group;
  private final int ordinal;

  private StateTable(String keyName, Class<V> type, StoreGroup group) {
    this.keyName = keyName;
    this.type = type;
    this.group = group;
    ordinal = ALL.size();
    ALL.add(this);
  }

  private static <V> StateTable<V> workspace(String keyName, Class<V> type) {
    return new StateTable<>(keyName, type, StoreGroup.WORKSPACE);
  }

  private static StateTable<String> index(String keyName) {
    return new StateTable<>(keyName, String.class, StoreGroup.INDEX);
  }

  /// The table's name in stored keys; once released, it never changes.
  public String keyName() {
    return keyName;
  }

  /// The type of all values.
  public Class<V> type() {
    return type;
  }

  /// Once released, it never changes.
  public StoreGroup group() {
    return group;
  }

  int ordinal() {
    return ordinal;
  }

  /// All tables, in the order of their ordinals.
  static List<StateTable<?>> all() {
    return List.copyOf(ALL);
  }

  static int count() {
    return ALL.size();
  }

  @Override
  public String toString() {
    return keyName;
  }
}
