package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.SettingsCommand.UpdateSettings;
import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.PrivateChange.DropProfile;
import io.timeledger.streams.ledger.PrivateChange.DropSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepSecret;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsAndAccessTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void namesEveryBadSettingAndChangesNothing() {
    LedgerFixture.When when =
        ledger.when(
            new UpdateSettings(
                SettingsPatch.builder()
                    .weekStartDay(Patch.of(7))
                    .roundingMinutes(Patch.of(7))
                    .timezone(Patch.of(null))
                    .idleMinutes(Patch.of(20))
                    .build(),
                null));

    assertThat(when.refusal()).isEqualTo("validation_failed");
    assertThat(((Decision.Rejected) when.decision()).problem().details())
        .extracting(Problem.Detail::field)
        .containsExactlyInAnyOrder("week_start_day", "rounding_minutes", "timezone");
    assertThat(ledger.state().settings().idleMinutes()).isEqualTo(10);
  }

  @Test
  void keepsADeniedChangeOfSettingsForTheAudit() {
    LedgerFixture.When when =
        ledger
            .as(MANAGER)
            .when(
                new UpdateSettings(
                    SettingsPatch.builder().idleMinutes(Patch.of(20)).build(), null));

    assertThat(when.eventNames()).containsExactly("settings.updated.denied");
  }

  @Test
  void givesATokenNoMoreThanItsCreatorHas() {
    CreateToken wide = token("tok_wide", null, Set.of());
    CreateToken narrow = token("tok_narrow", null, Set.of(Permission.READ));
    EnumSet<Permission> readOnly = EnumSet.of(Permission.READ);

    assertThat(ledger.as(ANN).when("w", wide, readOnly).refusal()).isEqualTo("forbidden");
    assertThat(ledger.as(ANN).when("n", narrow, readOnly).refusal()).isNull();
    assertThat(ledger.as(ANN).when(token("tok_other", BEN, Set.of())).eventNames())
        .containsExactly("token.created.denied");
  }

  @Test
  void keepsTheSecretOutOfTheEvent() {
    LedgerFixture.When when = ledger.when(token("tok_mine", null, Set.of()));

    assertThat(when.events().toString()).doesNotContain("f".repeat(64));
    assertThat(when.accepted().privates()).singleElement().isInstanceOf(KeepSecret.class);
  }

  @Test
  void revokesForGood() {
    ledger.as(ANN).when(token("tok_ann", null, Set.of())).accepted();

    LedgerFixture.When when = ledger.when(new RevokeToken(new TokenId("tok_ann")));

    assertThat(when.names()).containsExactly("token.revoked");
    assertThat(when.accepted().privates()).singleElement().isInstanceOf(DropSecret.class);
  }

  @Test
  void letsALeavingMemberLeaveNothingOpen() {
    ledger.as(ANN).when(token("tok_ann", null, Set.of())).accepted();
    ledger.when(start()).accepted();

    LedgerFixture.When when = ledger.as(OWNER).when(new DeactivateMember(ANN, null));

    assertThat(when.names())
        .containsExactly(
            "timesheet.created",
            "timer.stopped",
            "time_entry.created",
            "token.revoked",
            "member.deactivated");
    assertThat(ledger.as(ANN).when(day("2026-06-09", 60)).refusal()).isEqualTo("not_a_member");
    assertThat(ledger.as(OWNER).when(day("2026-06-09", 60, b -> b.userId(ANN))).refusal())
        .isEqualTo("member_inactive");
    ledger.verifyReplay();
  }

  @Test
  void forgetsAnErasedMember() {
    LedgerFixture.When when = ledger.when(new EraseMember(ANN));

    assertThat(when.accepted().privates()).last().isInstanceOf(DropProfile.class);
    assertThat(ledger.state().profile(ANN)).isEmpty();
  }

  @Test
  void keepsItsLastOwner() {
    assertThat(ledger.when(new DeactivateMember(OWNER, null)).refusal()).isEqualTo("last_owner");
  }

  private static CreateToken token(String id, @Nullable UserId user, Set<Permission> scopes) {
    return new CreateToken(new TokenId(id), user, "test", scopes, false, null, "f".repeat(64));
  }
}
