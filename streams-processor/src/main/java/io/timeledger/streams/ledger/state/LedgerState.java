package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StoreOpener.Kind;
import static java.time.temporal.TemporalAdjusters.firstDayOfYear;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import io.timeledger.schemas.id.ClientId;
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

/// One workspace's state for decisions: queries, and a single mutator, [#put]. Only `EventApplier`
/// and the draft of a decision call it.
public final class LedgerState {
  private static final String ONLY = "";

  private final WorkspaceId workspaceId;
  private final SortedStore<Head> head;
  private final SortedStore<Workspace> workspace;
  private final SortedStore<Settings> settings;
  private final SortedStore<Member> members;
  private final SortedStore<MemberProfile> profiles;
  private final SortedStore<Project> projects;
  private final SortedStore<Task> tasks;
  private final SortedStore<Client> clients;
  private final SortedStore<Team> teams;
  private final SortedStore<ApprovalRoute> routes;
  private final SortedStore<String> routeKeys;
  private final SortedStore<Rule> rules;
  private final SortedStore<Overtime> overtimes;
  private final SortedStore<Rate> rates;
  private final SortedStore<String> rateKeys;
  private final SortedStore<Token> tokens;
  private final SortedStore<String> tokenKeys;
  private final SortedStore<Webhook> webhooks;
  private final SortedStore<WebhookSecrets> webhookSecrets;
  private final SortedStore<Timesheet> timesheets;
  private final SortedStore<String> timesheetKeys;
  private final EntryIndex entries;
  private final InvoiceIndex invoices;
  private final NameIndex names;

  public LedgerState(WorkspaceId workspaceId, StoreOpener stores) {
    this.workspaceId = workspaceId;
    head = stores.open(Kind.HEAD, Head.class);
    workspace = stores.open(Kind.WORKSPACE, Workspace.class);
    settings = stores.open(Kind.SETTINGS, Settings.class);
    members = stores.open(Kind.MEMBER, Member.class);
    profiles = stores.open(Kind.PROFILE, MemberProfile.class);
    projects = stores.open(Kind.PROJECT, Project.class);
    tasks = stores.open(Kind.TASK, Task.class);
    clients = stores.open(Kind.CLIENT, Client.class);
    teams = stores.open(Kind.TEAM, Team.class);
    routes = stores.open(Kind.APPROVAL_ROUTE, ApprovalRoute.class);
    routeKeys = stores.open(Kind.APPROVAL_ROUTE_KEY, String.class);
    rules = stores.open(Kind.RULE, Rule.class);
    overtimes = stores.open(Kind.OVERTIME, Overtime.class);
    rates = stores.open(Kind.RATE, Rate.class);
    rateKeys = stores.open(Kind.RATE_KEY, String.class);
    tokens = stores.open(Kind.TOKEN, Token.class);
    tokenKeys = stores.open(Kind.TOKEN_KEY, String.class);
    webhooks = stores.open(Kind.WEBHOOK, Webhook.class);
    webhookSecrets = stores.open(Kind.WEBHOOK_SECRETS, WebhookSecrets.class);
    timesheets = stores.open(Kind.TIMESHEET, Timesheet.class);
    timesheetKeys = stores.open(Kind.TIMESHEET_KEY, String.class);
    entries = new EntryIndex(stores);
    invoices = new InvoiceIndex(stores);
    names = NameIndex.of(stores, clients, projects, tasks);
  }

  private LedgerState(LedgerState base) {
    workspaceId = base.workspaceId;
    head = new OverlayStore<>(base.head);
    workspace = new OverlayStore<>(base.workspace);
    settings = new OverlayStore<>(base.settings);
    members = new OverlayStore<>(base.members);
    profiles = new OverlayStore<>(base.profiles);
    projects = new OverlayStore<>(base.projects);
    tasks = new OverlayStore<>(base.tasks);
    clients = new OverlayStore<>(base.clients);
    teams = new OverlayStore<>(base.teams);
    routes = new OverlayStore<>(base.routes);
    routeKeys = new OverlayStore<>(base.routeKeys);
    rules = new OverlayStore<>(base.rules);
    overtimes = new OverlayStore<>(base.overtimes);
    rates = new OverlayStore<>(base.rates);
    rateKeys = new OverlayStore<>(base.rateKeys);
    tokens = new OverlayStore<>(base.tokens);
    tokenKeys = new OverlayStore<>(base.tokenKeys);
    webhooks = new OverlayStore<>(base.webhooks);
    webhookSecrets = new OverlayStore<>(base.webhookSecrets);
    timesheets = new OverlayStore<>(base.timesheets);
    timesheetKeys = new OverlayStore<>(base.timesheetKeys);
    entries = base.entries.fork();
    invoices = base.invoices.fork();
    names = base.names.fork();
  }

  /// A copy-on-write fork of this state.
  public LedgerState fork() {
    return new LedgerState(this);
  }

  public WorkspaceId workspaceId() {
    return workspaceId;
  }

  public Head head() {
    Head last = head.get(ONLY);
    return last == null ? Head.GENESIS : last;
  }

  public Optional<Workspace> workspace() {
    return Optional.ofNullable(workspace.get(ONLY));
  }

  public Settings settings() {
    Settings changed = settings.get(ONLY);
    return changed == null ? Settings.defaults(workspaceId) : changed;
  }

  public Optional<Member> member(UserId id) {
    return Optional.ofNullable(members.get(id.value()));
  }

  public Collection<Member> members() {
    return members.withPrefix("").values();
  }

  public Optional<MemberProfile> profile(UserId id) {
    return Optional.ofNullable(profiles.get(id.value()));
  }

  public Optional<Project> project(ProjectId id) {
    return Optional.ofNullable(projects.get(id.value()));
  }

  public Optional<Task> task(TaskId id) {
    return Optional.ofNullable(tasks.get(id.value()));
  }

  public Optional<Client> client(ClientId id) {
    return Optional.ofNullable(clients.get(id.value()));
  }

  /// Clients with the name that are not deleted, ignoring case.
  public List<Client> clientsNamed(String name) {
    return all(names.clients(name), clients);
  }

  /// Projects with the name that are not deleted, ignoring case.
  ///
  /// @param client null finds those without a client
  public List<Project> projectsNamed(@Nullable ClientId client, String name) {
    return all(names.projects(client, name), projects);
  }

  /// Tasks with the name that are not deleted, ignoring case.
  ///
  /// @param project null finds those without a project
  public List<Task> tasksNamed(@Nullable ProjectId project, String name) {
    return all(names.tasks(project, name), tasks);
  }

  private static <R> List<R> all(Collection<String> ids, SortedStore<R> records) {
    return ids.stream().flatMap(id -> Optional.ofNullable(records.get(id)).stream()).toList();
  }

  /// The team, even if deleted.
  public Optional<Team> team(TeamId id) {
    return Optional.ofNullable(teams.get(id.value()));
  }

  /// All teams by id, including deleted ones.
  public Collection<Team> teams() {
    return teams.withPrefix("").values();
  }

  /// The route, even if deleted.
  public Optional<ApprovalRoute> approvalRoute(RouteId id) {
    return Optional.ofNullable(routes.get(id.value()));
  }

  /// The route for exactly this scope.
  ///
  /// @param scopeId null for the workspace
  public Optional<ApprovalRoute> approvalRoute(RouteScope scope, @Nullable String scopeId) {
    return Optional.ofNullable(routeKeys.get(routeKey(scope, scopeId))).map(routes::get);
  }

  /// The automation rule, even if deleted.
  public Optional<Rule> rule(RuleId id) {
    return Optional.ofNullable(rules.get(id.value()));
  }

  /// The automation rules that are not deleted, by id.
  public List<Rule> rules() {
    return rules.withPrefix("").values().stream().filter(r -> r.deletedAt() == null).toList();
  }

  /// The overtime alert for a week of the member.
  public Optional<Overtime> overtime(UserId user, LocalDate weekStart) {
    return Optional.ofNullable(overtimes.get(user.value() + "/" + weekStart));
  }

  /// Rounded seconds of the member's stopped entries.
  ///
  /// @param from first day, inclusive
  /// @param to last day, inclusive
  public long seconds(UserId user, LocalDate from, LocalDate to) {
    return entries.seconds(user, from, to);
  }

  public Optional<Rate> rate(RateId id) {
    return Optional.ofNullable(rateKeys.get(id.value())).map(rates::get);
  }

  /// The overrides of a bucket that are not deleted, by `effectiveFrom`.
  public Collection<Rate> rates(RateBucket bucket) {
    return rates.withPrefix(bucket.keyPrefix()).values();
  }

  public Optional<Token> token(TokenId id) {
    return Optional.ofNullable(tokenKeys.get(id.value())).map(tokens::get);
  }

  public Collection<Token> tokens(UserId user) {
    return tokens.withPrefix(user.value() + "/").values();
  }

  /// The webhook, unless it is deleted.
  public Optional<Webhook> webhook(WebhookId id) {
    return Optional.ofNullable(webhooks.get(id.value()));
  }

  /// All that are not deleted.
  public Collection<Webhook> webhooks() {
    return webhooks.withPrefix("").values();
  }

  public Optional<WebhookSecrets> webhookSecrets(WebhookId id) {
    return Optional.ofNullable(webhookSecrets.get(id.value()));
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
    return Optional.ofNullable(timesheetKeys.get(id.value())).map(timesheets::get);
  }

  /// Timesheets of the member whose period starts within the days, by period. They never overlap.
  ///
  /// @param from inclusive
  /// @param to inclusive
  public Collection<Timesheet> timesheets(UserId user, LocalDate from, LocalDate to) {
    return timesheets
        .range(user.value() + "/" + from, user.value() + "/" + to.plusDays(1))
        .values();
  }

  /// Queries whole years, so that other days of them hit the cache.
  public Optional<Timesheet> timesheet(UserId user, LocalDate day) {
    LocalDate earliest = day.minusDays(Timesheet.LONGEST_DAYS - 1);
    return timesheets(user, earliest.with(firstDayOfYear()), day.with(lastDayOfYear())).stream()
        .filter(sheet -> sheet.covers(day))
        .findFirst();
  }

  /// Stores the resource as the last of its id.
  ///
  /// @param before the stored one until now; null when there was none
  public void put(Resource after, @Nullable Resource before) {
    names.put(after, before);
    switch (after) {
      case TimeEntry entry -> entries.put(entry, (TimeEntry) before);
      case Timesheet sheet -> put(sheet);
      case Settings changed -> settings.put(ONLY, changed);
      case Rate rate -> put(rate, (Rate) before);
      case Invoice invoice -> invoices.put(invoice);
      case InvoiceLine line -> invoices.put(line);
      case Project project -> projects.put(project.id().value(), project);
      case Task task -> tasks.put(task.id().value(), task);
      case Client client -> clients.put(client.id().value(), client);
      case Team team -> teams.put(team.id().value(), team);
      case ApprovalRoute route -> put(route, (ApprovalRoute) before);
      case Rule rule -> rules.put(rule.id().value(), rule);
      case Overtime overtime ->
          overtimes.put(overtime.userId().value() + "/" + overtime.weekStart(), overtime);
      case RatePreview _ -> throw new IllegalArgumentException("an answer is never kept");
      case Member member -> members.put(member.id().value(), member);
      case Workspace created -> workspace.put(ONLY, created);
      case Token token -> put(token);
      case Webhook webhook -> put(webhook);
      case Connection _, CalendarRule _ ->
          throw new IllegalArgumentException("kept from the next step");
      case Denial _ -> {
        // No state: it is on the chain for the audit only.
      }
    }
  }

  public void put(MemberProfile profile) {
    profiles.put(profile.userId().value(), profile);
  }

  public void forgetProfile(UserId user) {
    profiles.delete(user.value());
  }

  public void put(WebhookSecrets secrets) {
    webhookSecrets.put(secrets.id().value(), secrets);
  }

  public void forgetSecrets(WebhookId webhook) {
    webhookSecrets.delete(webhook.value());
  }

  public void advance(Head to) {
    head.put(ONLY, to);
  }

  private void put(Timesheet sheet) {
    String key = sheet.userId().value() + "/" + sheet.periodStart();
    timesheets.put(key, sheet);
    timesheetKeys.put(sheet.id().value(), key);
  }

  private void put(Webhook webhook) {
    if (webhook.deletedAt() == null) {
      webhooks.put(webhook.id().value(), webhook);
    } else {
      webhooks.delete(webhook.id().value());
    }
  }

  private void put(ApprovalRoute route, @Nullable ApprovalRoute before) {
    if (before != null && before.deletedAt() == null) {
      routeKeys.delete(routeKey(before.scope(), before.scopeId()));
    }
    routes.put(route.id().value(), route);
    if (route.deletedAt() == null) {
      routeKeys.put(routeKey(route.scope(), route.scopeId()), route.id().value());
    }
  }

  private static String routeKey(RouteScope scope, @Nullable String scopeId) {
    return scope + "/" + (scopeId == null ? "" : scopeId);
  }

  private void put(Token token) {
    String key = token.userId().value() + "/" + token.id().value();
    tokens.put(key, token);
    tokenKeys.put(token.id().value(), key);
  }

  private void put(Rate rate, @Nullable Rate before) {
    if (before != null) {
      rates.delete(RateBucket.keyOf(before));
      rateKeys.delete(before.id().value());
    }
    if (rate.deletedAt() == null) {
      String key = RateBucket.keyOf(rate);
      rates.put(key, rate);
      rateKeys.put(rate.id().value(), key);
    }
  }
}
