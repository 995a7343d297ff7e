package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.CLIENT;
import static io.timeledger.streams.ledger.state.StateTable.CONTACT;
import static io.timeledger.streams.ledger.state.StateTable.HEAD;
import static io.timeledger.streams.ledger.state.StateTable.MEMBER;
import static io.timeledger.streams.ledger.state.StateTable.OVERTIME;
import static io.timeledger.streams.ledger.state.StateTable.PROFILE;
import static io.timeledger.streams.ledger.state.StateTable.PROJECT;
import static io.timeledger.streams.ledger.state.StateTable.RULE;
import static io.timeledger.streams.ledger.state.StateTable.SETTINGS;
import static io.timeledger.streams.ledger.state.StateTable.TASK;
import static io.timeledger.streams.ledger.state.StateTable.TEAM;
import static io.timeledger.streams.ledger.state.StateTable.WEBHOOK;
import static io.timeledger.streams.ledger.state.StateTable.WEBHOOK_SECRETS;
import static io.timeledger.streams.ledger.state.StateTable.WORKSPACE;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.ContactId;
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
import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.schemas.resource.Denial;
import io.timeledger.schemas.resource.Invoice;
import io.timeledger.schemas.resource.InvoiceLine;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.RatePreview;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.RouteScope;
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
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One workspace's state for decisions: queries, and a single mutator, [#put], which only
/// `EventApplier` and `DecisionBuilder` call.
public final class LedgerState {
  private static final String ONLY = "";

  private final WorkspaceId workspaceId;
  private final StateTables tables;
  private final EntryIndex entries;
  private final InvoiceIndex invoices;
  private final TimesheetIndex timesheets;
  private final RateIndex rates;
  private final TokenIndex tokens;
  private final ApprovalRouteIndex routes;
  private final ConnectionIndex connections;
  private final CalendarRuleIndex calendarRules;
  private final NameIndex names;

  public LedgerState(WorkspaceId workspaceId, StoreOpener stores) {
    this(workspaceId, new StateTables(stores), stores);
  }

  private LedgerState(WorkspaceId workspaceId, StateTables tables, StoreOpener stores) {
    this(workspaceId, tables, NameIndex.of(stores, tables));
  }

  private LedgerState(WorkspaceId workspaceId, StateTables tables, NameIndex names) {
    this.workspaceId = workspaceId;
    this.tables = tables;
    this.names = names;
    entries = new EntryIndex(tables);
    invoices = new InvoiceIndex(tables);
    timesheets = new TimesheetIndex(tables);
    rates = new RateIndex(tables);
    tokens = new TokenIndex(tables);
    routes = new ApprovalRouteIndex(tables);
    connections = new ConnectionIndex(tables);
    calendarRules = new CalendarRuleIndex(tables);
  }

  /// A copy-on-write fork of this state.
  public LedgerState fork() {
    return new LedgerState(workspaceId, tables.fork(), names.fork());
  }

  public WorkspaceId workspaceId() {
    return workspaceId;
  }

  public Head head() {
    return tables.find(HEAD, ONLY).orElse(Head.GENESIS);
  }

  public Optional<Workspace> workspace() {
    return tables.find(WORKSPACE, ONLY);
  }

  public Settings settings() {
    return tables.find(SETTINGS, ONLY).orElseGet(() -> Settings.defaults(workspaceId));
  }

  public Optional<Member> member(UserId id) {
    return tables.find(MEMBER, id.value());
  }

  public Collection<Member> members() {
    return tables.all(MEMBER);
  }

  public Optional<MemberProfile> profile(UserId id) {
    return tables.find(PROFILE, id.value());
  }

  public Optional<Project> project(ProjectId id) {
    return tables.find(PROJECT, id.value());
  }

  public Optional<Task> task(TaskId id) {
    return tables.find(TASK, id.value());
  }

  public Optional<Client> client(ClientId id) {
    return tables.find(CLIENT, id.value());
  }

  /// Clients with the name that are not deleted, ignoring case.
  public List<Client> clientsNamed(String name) {
    return all(CLIENT, names.clients(name));
  }

  /// Projects with the name that are not deleted, ignoring case.
  ///
  /// @param client null finds those without a client
  public List<Project> projectsNamed(@Nullable ClientId client, String name) {
    return all(PROJECT, names.projects(client, name));
  }

  /// Tasks with the name that are not deleted, ignoring case.
  ///
  /// @param project null finds those without a project
  public List<Task> tasksNamed(@Nullable ProjectId project, String name) {
    return all(TASK, names.tasks(project, name));
  }

  private <R> List<R> all(StateTable<R> table, Collection<String> ids) {
    return ids.stream().flatMap(id -> tables.find(table, id).stream()).toList();
  }

  /// The team, even if deleted.
  public Optional<Team> team(TeamId id) {
    return tables.find(TEAM, id.value());
  }

  /// All teams by id, including deleted ones.
  public Collection<Team> teams() {
    return tables.all(TEAM);
  }

  /// The route, even if deleted.
  public Optional<ApprovalRoute> approvalRoute(RouteId id) {
    return routes.route(id);
  }

  /// The route for exactly this scope.
  ///
  /// @param scopeId null for the workspace
  public Optional<ApprovalRoute> approvalRoute(RouteScope scope, @Nullable String scopeId) {
    return routes.route(scope, scopeId);
  }

  /// The automation rule, even if deleted.
  public Optional<Rule> rule(RuleId id) {
    return tables.find(RULE, id.value());
  }

  /// The automation rules that are not deleted, by id.
  public List<Rule> rules() {
    return tables.all(RULE).stream().filter(r -> r.deletedAt() == null).toList();
  }

  /// The overtime alert for a week of the member.
  public Optional<Overtime> overtime(UserId user, LocalDate weekStart) {
    return tables.find(OVERTIME, user.value() + "/" + weekStart);
  }

  /// Rounded seconds of the member's stopped entries.
  ///
  /// @param from first day, inclusive
  /// @param to last day, inclusive
  public long seconds(UserId user, LocalDate from, LocalDate to) {
    return entries.seconds(user, from, to);
  }

  public Optional<Rate> rate(RateId id) {
    return rates.rate(id);
  }

  /// The overrides of a bucket that are not deleted, by `effectiveFrom`.
  public Collection<Rate> rates(RateBucket bucket) {
    return rates.rates(bucket);
  }

  public Optional<Token> token(TokenId id) {
    return tokens.token(id);
  }

  public Collection<Token> tokens(UserId user) {
    return tokens.tokens(user);
  }

  /// The webhook, unless it is deleted.
  public Optional<Webhook> webhook(WebhookId id) {
    return tables.find(WEBHOOK, id.value());
  }

  /// All that are not deleted.
  public Collection<Webhook> webhooks() {
    return tables.all(WEBHOOK);
  }

  public Optional<WebhookSecrets> webhookSecrets(WebhookId id) {
    return tables.find(WEBHOOK_SECRETS, id.value());
  }

  /// The connection, unless it is deleted.
  public Optional<Connection> connection(ConnectionId id) {
    return connections.connection(id);
  }

  /// The member's connections that are not deleted.
  public Collection<Connection> connections(UserId user) {
    return connections.connections(user);
  }

  /// The calendar rule, even if deleted.
  public Optional<CalendarRule> calendarRule(CalendarRuleId id) {
    return calendarRules.rule(id);
  }

  /// The calendar rules that are not deleted, by id.
  ///
  /// @param owner null for those of the workspace
  public List<CalendarRule> calendarRules(@Nullable UserId owner) {
    return calendarRules.rules(owner);
  }

  /// The contact, even if deleted.
  public Optional<Contact> contact(ContactId id) {
    return tables.find(CONTACT, id.value());
  }

  /// The entry, even if deleted.
  public Optional<TimeEntry> entry(EntryId id) {
    return entries.entry(id);
  }

  public Optional<TimeEntry> runningTimer(UserId user) {
    return entries.running(user);
  }

  /// The entry with this external id, unless it is deleted.
  public Optional<TimeEntry> entryByExternalId(String source, String id) {
    return entries.byExternalId(source, id);
  }

  /// The entry of a block of a calendar, even if deleted.
  public Optional<TimeEntry> entryOfBlock(BlockId block) {
    return entries.ofBlock(block);
  }

  /// Entries of the member that are not deleted, including running ones.
  ///
  /// @param from first day, inclusive
  /// @param to last day, inclusive
  public List<TimeEntry> entries(UserId user, LocalDate from, LocalDate to) {
    return entries.ofDays(user, from, to);
  }

  /// The same for all days, in order; reads lazily.
  public Stream<TimeEntry> entries(UserId user) {
    return entries.of(user);
  }

  public Optional<Invoice> invoice(InvoiceId id) {
    return invoices.invoice(id);
  }

  /// The line, as long as it has entries.
  public Optional<InvoiceLine> invoiceLine(InvoiceLineId id) {
    return invoices.line(id);
  }

  public Optional<InvoiceLine> invoiceLine(InvoiceId invoice, LineGroup group) {
    return invoices.line(invoice, group);
  }

  public Optional<Timesheet> timesheet(TimesheetId id) {
    return timesheets.timesheet(id);
  }

  /// Timesheets of the member whose period starts within the days, by period. They never overlap.
  ///
  /// @param from inclusive
  /// @param to inclusive
  public Collection<Timesheet> timesheets(UserId user, LocalDate from, LocalDate to) {
    return timesheets.timesheets(user, from, to);
  }

  /// The member's timesheet that covers the day.
  public Optional<Timesheet> timesheet(UserId user, LocalDate day) {
    return timesheets.timesheet(user, day);
  }

  /// Stores the resource as the last of its id.
  ///
  /// @param before the stored one until now; null when there was none
  public void put(Resource after, @Nullable Resource before) {
    names.put(after, before);
    switch (after) {
      case TimeEntry entry -> entries.put(entry, (TimeEntry) before);
      case Timesheet sheet -> timesheets.put(sheet);
      case Settings changed -> tables.put(SETTINGS, ONLY, changed);
      case Rate rate -> rates.put(rate, (Rate) before);
      case Invoice invoice -> invoices.put(invoice);
      case InvoiceLine line -> invoices.put(line);
      case Project project -> tables.put(PROJECT, project.id().value(), project);
      case Task task -> tables.put(TASK, task.id().value(), task);
      case Client client -> tables.put(CLIENT, client.id().value(), client);
      case Team team -> tables.put(TEAM, team.id().value(), team);
      case ApprovalRoute route -> routes.put(route, (ApprovalRoute) before);
      case Rule rule -> tables.put(RULE, rule.id().value(), rule);
      case Overtime overtime ->
          tables.put(OVERTIME, overtime.userId().value() + "/" + overtime.weekStart(), overtime);
      case RatePreview _ -> throw new IllegalArgumentException("a rate preview is never stored");
      case Member member -> tables.put(MEMBER, member.id().value(), member);
      case Workspace created -> tables.put(WORKSPACE, ONLY, created);
      case Token token -> tokens.put(token);
      case Webhook webhook -> put(webhook);
      case Connection connection -> connections.put(connection);
      case CalendarRule rule -> calendarRules.put(rule);
      case Contact contact -> tables.put(CONTACT, contact.id().value(), contact);
      case Denial _ -> {
        // Not stored: only the audit log has denials.
      }
    }
  }

  public void put(MemberProfile profile) {
    tables.put(PROFILE, profile.userId().value(), profile);
  }

  public void forgetProfile(UserId user) {
    tables.delete(PROFILE, user.value());
  }

  public void put(WebhookSecrets secrets) {
    tables.put(WEBHOOK_SECRETS, secrets.id().value(), secrets);
  }

  public void forgetSecrets(WebhookId webhook) {
    tables.delete(WEBHOOK_SECRETS, webhook.value());
  }

  public void advance(Head to) {
    tables.put(HEAD, ONLY, to);
  }

  private void put(Webhook webhook) {
    if (webhook.deletedAt() == null) {
      tables.put(WEBHOOK, webhook.id().value(), webhook);
    } else {
      tables.delete(WEBHOOK, webhook.id().value());
    }
  }
}
