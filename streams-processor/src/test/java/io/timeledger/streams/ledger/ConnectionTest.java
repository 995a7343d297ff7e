package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.VIEWER;
import static io.timeledger.streams.ledger.LedgerFixture.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.ConnectionCommand.ChangeConnection;
import io.timeledger.schemas.command.ConnectionCommand.ConnectCalendar;
import io.timeledger.schemas.command.ConnectionCommand.Disconnect;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.command.ConnectionPatch;
import io.timeledger.schemas.command.ConnectionPatchBuilder;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.streams.ledger.PrivateChange.DropConnectionSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepConnectionSecret;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
  private static final ConnectionId WORK = new ConnectionId("conn_1");
  private static final SealedText ADDRESS = new SealedText("k1", "c2VhbGVkLWFkZHJlc3M=");

  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void connectsWithDefaults() {
    LedgerFixture.When when = ledger.when(ics(WORK));

    assertThat(when.names()).containsExactly("connection.upserted");
    assertThat(status(when)).isEqualTo(Status.CREATED);
    Connection created = when.first(Connection.class);
    assertThat(created.userId()).isEqualTo(ANN);
    assertThat(created.status()).isEqualTo(ConnectionStatus.CONNECTING);
    assertThat(created.calendarIds()).isNull();
    assertThat(created.showPrivateTitles()).isFalse();
    assertThat(created.daysBack()).isEqualTo(30);
    assertThat(created.daysAhead()).isEqualTo(14);
    assertThat(created.version()).isEqualTo(1);
    ledger.verifyReplay();
  }

  @Test
  void keepsTheAddressOutOfTheEvent() {
    LedgerFixture.When when = ledger.when(ics(WORK));

    assertThat(when.events().toString()).doesNotContain(ADDRESS.ciphertext());
    assertThat(when.accepted().privates())
        .containsExactly(
            new KeepConnectionSecret(new ConnectionSecret(WORK, WORKSPACE, 1, ADDRESS)));
  }

  @Test
  void hasRoomForFivePerMember() {
    for (int i = 1; i <= 5; i++) {
      ledger.as(ANN).when(ics(new ConnectionId("conn_" + i))).accepted();
    }

    assertThat(ledger.when(ics(new ConnectionId("conn_6"))).refusal())
        .isEqualTo("connection_limit");
    assertThat(ledger.as(BEN).when(ics(new ConnectionId("conn_6"))).refusal()).isNull();
    ledger.as(ANN).when(new Disconnect(WORK, null)).accepted();
    assertThat(ledger.when(ics(new ConnectionId("conn_7"))).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b"})
  void needsAName(String name) {
    assertThat(faults(ledger.when(new ConnectCalendar(WORK, Provider.ICS, name, ADDRESS))))
        .containsExactly("name");
  }

  @Test
  void refusesAnIdThatReadersOfSecretsWouldTakeForAnother() {
    assertThat(faults(ledger.when(ics(new ConnectionId("wh_1"))))).containsExactly("id");
  }

  @Test
  void connectsAgainAndKeepsWhatWasChosen() {
    ledger.when(connect(Provider.GOOGLE, "old")).accepted();
    ledger.when(change(b -> b.name(Patch.of("Mine")).daysBack(Patch.of(60)))).accepted();
    report(ConnectionStatus.NEEDS_REAUTH, "The account asks to sign in again.", 2).accepted();
    SealedText ticket = new SealedText("k1", "dGlja2V0");

    LedgerFixture.When when =
        ledger.when(new ConnectCalendar(WORK, Provider.GOOGLE, "new", ticket));

    assertThat(status(when)).isEqualTo(Status.UPDATED);
    Connection again = when.first(Connection.class);
    assertThat(again.status()).isEqualTo(ConnectionStatus.CONNECTING);
    assertThat(again.statusReason()).isNull();
    assertThat(again.name()).isEqualTo("Mine");
    assertThat(again.daysBack()).isEqualTo(60);
    assertThat(again.version()).isEqualTo(4);
    assertThat(when.accepted().privates())
        .containsExactly(
            new KeepConnectionSecret(new ConnectionSecret(WORK, WORKSPACE, 4, ticket)));
    ledger.verifyReplay();
  }

  @Test
  void takesATicketOnce() {
    ConnectCalendar ticket = new ConnectCalendar(WORK, Provider.GOOGLE, "Work", ADDRESS, 0);
    ledger.when(ticket).accepted();

    assertThat(ledger.when(ticket).refusal()).isEqualTo("ticket_invalid");

    ConnectCalendar again = new ConnectCalendar(WORK, Provider.GOOGLE, "Work", ADDRESS, 1);
    ledger.when(again).accepted();
    assertThat(ledger.when(again).refusal()).isEqualTo("ticket_invalid");
    ledger.when(new Disconnect(WORK, null)).accepted();
    assertThat(ledger.when(new ConnectCalendar(WORK, Provider.GOOGLE, "W", ADDRESS, 3)).refusal())
        .isEqualTo("ticket_invalid");
  }

  @Test
  void staysAtItsProvider() {
    ledger.when(connect(Provider.GOOGLE, "Work")).accepted();

    assertThat(faults(ledger.when(connect(Provider.MICROSOFT, "Work"))))
        .containsExactly("provider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u_ben", "u_manager", "u_owner"})
  void isNotThereForOthers(String other) {
    ledger.when(ics(WORK)).accepted();
    ledger.as(new UserId(other));

    assertThat(ledger.when(ics(WORK)).refusal()).isEqualTo("not_found");
    assertThat(ledger.when(change(b -> b.name(Patch.of("Ours")))).refusal()).isEqualTo("not_found");
    assertThat(ledger.log().getLast().data()).isInstanceOf(Connection.class);
  }

  @Test
  void isDisconnectedByItsOwnerAndByAdministrators() {
    ledger.when(ics(WORK)).accepted();
    assertThat(ledger.as(MANAGER).when(new Disconnect(WORK, null)).refusal())
        .isEqualTo("not_found");

    LedgerFixture.When when = ledger.as(OWNER).when(new Disconnect(WORK, null));

    assertThat(when.names()).containsExactly("connection.deleted");
    assertThat(when.accepted().privates()).containsExactly(new DropConnectionSecret(WORK));
    assertThat(ledger.state().connection(WORK)).isEmpty();
    ledger.as(ANN).when(ics(WORK)).accepted();
    assertThat(ledger.when(new Disconnect(WORK, null)).names())
        .containsExactly("connection.deleted");
    assertThat(ledger.when(new Disconnect(WORK, null)).refusal()).isEqualTo("not_found");
    ledger.verifyReplay();
  }

  @Test
  void needsTheRightToCalendars() {
    assertThat(ledger.as(VIEWER).when(ics(WORK)).refusal()).isEqualTo("forbidden");
    ledger.as(ANN);
    assertThat(with(ics(WORK), Permission.READ, Permission.WRITE)).isEqualTo("forbidden");
    assertThat(with(ics(WORK), Permission.CALENDAR)).isEqualTo("forbidden");
    assertThat(with(ics(WORK), Permission.CALENDAR, Permission.WRITE)).isNull();
    assertThat(with(change(b -> b.daysBack(Patch.of(1))), Permission.READ, Permission.WRITE))
        .isEqualTo("forbidden");
    assertThat(with(change(b -> b.daysBack(Patch.of(1))), Permission.CALENDAR)).isNull();
    assertThat(with(new Disconnect(WORK, null), Permission.WRITE)).isEqualTo("forbidden");
    assertThat(with(new Disconnect(WORK, null), Permission.CALENDAR)).isNull();
  }

  @Test
  void choosesCalendarsAndClearsToDefaults() {
    ledger.when(ics(WORK)).accepted();
    CalendarId team = new CalendarId("cal_team");

    Connection chosen =
        ledger
            .when(
                change(
                    b ->
                        b.calendarIds(Patch.of(List.of(team, team)))
                            .showPrivateTitles(Patch.of(true))
                            .daysAhead(Patch.of(60))))
            .first(Connection.class);
    assertThat(chosen.calendarIds()).containsExactly(team);
    assertThat(chosen.showPrivateTitles()).isTrue();
    assertThat(chosen.daysAhead()).isEqualTo(60);

    Connection cleared =
        ledger
            .when(
                change(
                    b ->
                        b.calendarIds(Patch.of(null))
                            .showPrivateTitles(Patch.of(null))
                            .daysAhead(Patch.of(null))))
            .first(Connection.class);
    assertThat(cleared.calendarIds()).isNull();
    assertThat(cleared.showPrivateTitles()).isFalse();
    assertThat(cleared.daysAhead()).isEqualTo(14);
    ledger.verifyReplay();
  }

  @Test
  void namesEveryBadField() {
    ledger.when(ics(WORK)).accepted();

    assertThat(
            faults(
                ledger.when(
                    change(
                        b ->
                            b.name(Patch.of(null))
                                .daysBack(Patch.of(91))
                                .daysAhead(Patch.of(-1))))))
        .containsExactlyInAnyOrder("name", "days_back", "days_ahead");
  }

  @Test
  void saysNothingOfAChangeThatChangesNothingAndRefusesAStaleOne() {
    ledger.when(ics(WORK)).accepted();

    assertThat(ledger.when(change(b -> b.daysBack(Patch.of(30)))).names()).isEmpty();
    assertThat(
            ledger.when(new ChangeConnection(WORK, ConnectionPatch.builder().build(), 7)).refusal())
        .isEqualTo("version_mismatch");
    assertThat(ledger.when(new Disconnect(WORK, 7)).refusal()).isEqualTo("version_mismatch");
  }

  @Test
  void isReportedOnce() {
    ledger.when(ics(WORK)).accepted();

    LedgerFixture.When when = report(ConnectionStatus.FAILED, "The address answers 404.", 1);

    assertThat(when.names()).containsExactly("connection.upserted");
    Connection failed = when.first(Connection.class);
    assertThat(failed.status()).isEqualTo(ConnectionStatus.FAILED);
    assertThat(failed.statusReason()).isEqualTo("The address answers 404.");
    LedgerFixture.When again = report(ConnectionStatus.FAILED, "The address answers 404.", 2);
    assertThat(again.names()).isEmpty();
    assertThat(status(again)).isEqualTo(Status.UNCHANGED);
    ledger.verifyReplay();
  }

  @Test
  void takesNoReportAboutWhatItWasBefore() {
    ledger.when(ics(WORK)).accepted();
    ledger.when(change(b -> b.name(Patch.of("Mine")))).accepted();

    assertThat(report(ConnectionStatus.FAILED, null, 1).names()).isEmpty();
    assertThat(ledger.state().connection(WORK).orElseThrow().status())
        .isEqualTo(ConnectionStatus.CONNECTING);
    assertThat(
            ledger
                .whenSystem(
                    new ReportConnection(
                        new ConnectionId("conn_9"), ConnectionStatus.ACTIVE, null, 1))
                .refusal())
        .isEqualTo("not_found");
  }

  @Test
  void isReportedByNobodyButTheConnector() {
    ledger.when(ics(WORK)).accepted();

    assertThat(ledger.when(new ReportConnection(WORK, ConnectionStatus.ACTIVE, null, 1)).refusal())
        .isEqualTo("forbidden");
    assertThat(report(ConnectionStatus.CONNECTING, null, 1).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void cutsALongReason() {
    ledger.when(ics(WORK)).accepted();

    assertThat(
            report(ConnectionStatus.FAILED, "🕰".repeat(600), 1)
                .first(Connection.class)
                .statusReason())
        .isEqualTo("🕰".repeat(500));
  }

  @ParameterizedTest
  @EnumSource(value = ConnectionStatus.class, names = "CONNECTING", mode = EnumSource.Mode.EXCLUDE)
  void dropsATicketWithTheFirstReport(ConnectionStatus first) {
    ledger.when(connect(Provider.GOOGLE, "Work")).accepted();

    assertThat(report(first, null, 1).accepted().privates())
        .containsExactly(new DropConnectionSecret(WORK));
    assertThat(report(ConnectionStatus.NEEDS_CONSENT, "x", 2).accepted().privates()).isEmpty();
  }

  @Test
  void keepsAnAddressAfterTheFirstReport() {
    ledger.when(ics(WORK)).accepted();

    assertThat(report(ConnectionStatus.ACTIVE, null, 1).accepted().privates()).isEmpty();
  }

  @Test
  void goesWithItsOwnerWhoLeaves() {
    ledger.when(ics(WORK)).accepted();
    ledger.when(ics(new ConnectionId("conn_2"))).accepted();
    ledger.when(rule("own", ANN)).accepted();
    ledger.as(BEN).when(ics(new ConnectionId("conn_ben"))).accepted();
    ledger.as(OWNER).when(rule("shared", null)).accepted();

    LedgerFixture.When when = ledger.when(new DeactivateMember(ANN, null));

    assertThat(when.names())
        .containsExactly(
            "member.deactivated",
            "connection.deleted",
            "connection.deleted",
            "calendar_rule.deleted");
    assertThat(when.accepted().privates())
        .contains(
            new DropConnectionSecret(WORK), new DropConnectionSecret(new ConnectionId("conn_2")));
    assertThat(ledger.state().connections(ANN)).isEmpty();
    assertThat(ledger.state().calendarRules(ANN)).isEmpty();
    assertThat(ledger.state().connections(BEN)).hasSize(1);
    assertThat(ledger.state().calendarRules(null)).hasSize(1);
    ledger.verifyReplay();
  }

  @Test
  void goesWithItsOwnerWhoIsErased() {
    ledger.when(ics(WORK)).accepted();

    assertThat(ledger.as(OWNER).when(new EraseMember(ANN)).names())
        .containsExactly("member.deactivated", "connection.deleted", "member.erased");
    ledger.verifyReplay();
  }

  @Test
  void goesWhenItsOwnerMayNoLongerLookAtIt() {
    ledger.when(ics(WORK)).accepted();

    ledger.member(ANN, Role.MANAGER);
    assertThat(ledger.state().connection(WORK)).isPresent();
    ledger.member(ANN, Role.VIEWER);

    assertThat(ledger.state().connection(WORK)).isEmpty();
    ledger.verifyReplay();
  }

  private LedgerFixture.When report(
      ConnectionStatus status, @Nullable String reason, int seenVersion) {
    return ledger.whenSystem(new ReportConnection(WORK, status, reason, seenVersion));
  }

  private @Nullable String with(Command command, Permission first, Permission... more) {
    return ledger
        .when("cmd_" + ledger.log().size() + first, command, EnumSet.of(first, more))
        .refusal();
  }

  private static ConnectCalendar ics(ConnectionId id) {
    return new ConnectCalendar(id, Provider.ICS, "Work", ADDRESS);
  }

  private static ConnectCalendar connect(Provider provider, String name) {
    return new ConnectCalendar(WORK, provider, name, ADDRESS);
  }

  private static ChangeConnection change(UnaryOperator<ConnectionPatchBuilder> change) {
    return new ChangeConnection(WORK, change.apply(ConnectionPatch.builder()).build(), null);
  }

  private static PutCalendarRule rule(String id, @Nullable UserId owner) {
    return new PutCalendarRule(
        new CalendarRuleId(id),
        owner,
        0,
        true,
        new CalendarRuleConditions(null, null, null, null, null, null, List.of(), null, null),
        CalendarRuleEffect.HIDE,
        null);
  }

  private static Status status(LedgerFixture.When when) {
    List<ReplyItem> items = when.accepted().items();
    return items.getFirst().status();
  }

  private static List<String> faults(LedgerFixture.When when) {
    assertThat(when.refusal()).isEqualTo("validation_failed");
    return ((Decision.Rejected) when.decision())
        .problem().details().stream().map(Problem.Detail::field).toList();
  }
}
