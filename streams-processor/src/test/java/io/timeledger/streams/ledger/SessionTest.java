package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.AccessCommand.CreateToken;
import io.timeledger.schemas.command.AccessCommand.EndSession;
import io.timeledger.schemas.command.AccessCommand.OpenSession;
import io.timeledger.schemas.command.AccessCommand.RevokeToken;
import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.streams.ledger.PrivateChange.DropSecret;
import io.timeledger.streams.ledger.PrivateChange.KeepSecret;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private final LedgerFixture ledger = new LedgerFixture().at(NOON).as(ANN);

  @Test
  void aCodeOpensOneSession() {
    code("tok_code", null, null);

    LedgerFixture.When first = open("tok_code", "tok_one");
    LedgerFixture.When second = open("tok_code", "tok_two");

    assertThat(first.names()).containsExactly("token.revoked", "user.login");
    assertThat(first.accepted().privates())
        .hasExactlyElementsOfTypes(DropSecret.class, KeepSecret.class);
    assertThat(first.events().toString()).doesNotContain("f".repeat(64));
    Token session = first.first(Token.class);
    assertThat(session.kind()).isEqualTo(TokenKind.SESSION);
    assertThat(session.expiresAt()).isEqualTo(NOON.plusSeconds(43_200));
    assertThat(second.refusal()).isEqualTo("unauthorized");
    ledger.verifyReplay();
  }

  @Test
  void aCodeLastsTwelveHoursAtMost() {
    assertThat(
            ledger
                .when(code("tok_long", null, NOON.plusSeconds(43_201), TokenKind.LOGIN, Set.of()))
                .refusal())
        .isEqualTo("validation_failed");
    code("tok_code", null, null);
    ledger.at(NOON.plusSeconds(43_200));

    assertThat(open("tok_code", "tok_late").refusal()).isEqualTo("unauthorized");
  }

  @Test
  void onlyAdministratorsMakeCodesForOthers() {
    CreateToken forAnn = code("tok_ann", ANN, null, TokenKind.LOGIN, Set.of());

    assertThat(ledger.as(MANAGER).when(forAnn).eventNames())
        .containsExactly("token.created.denied");
    assertThat(ledger.as(OWNER).when(forAnn).first(Token.class).userId()).isEqualTo(ANN);
  }

  @Test
  void noSessionIsCreatedWithoutBeingOpened() {
    assertThat(ledger.when(code("tok_s", null, null, TokenKind.SESSION, Set.of())).refusal())
        .isEqualTo("validation_failed");
    assertThat(
            ledger
                .when(code("tok_f", null, null, TokenKind.LOGIN, EnumSet.of(Permission.FEED)))
                .refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void aSessionHasTheScopesOfItsTokenAndEndsWithIt() {
    ledger
        .when(
            code(
                "tok_pat",
                null,
                NOON.plusSeconds(3_600),
                TokenKind.ACCESS,
                EnumSet.of(Permission.READ)))
        .accepted();

    Token session = open("tok_pat", "tok_session").first(Token.class);
    assertThat(session.scopes()).containsExactly(Permission.READ);
    assertThat(session.openedBy()).isEqualTo(new TokenId("tok_pat"));
    assertThat(session.expiresAt()).isEqualTo(NOON.plusSeconds(3_600));
    Token renewed =
        by("tok_session", new OpenSession(new TokenId("tok_next"), "e")).first(Token.class);
    assertThat(renewed.expiresAt()).isEqualTo(session.expiresAt());

    LedgerFixture.When revoked = ledger.when(new RevokeToken(new TokenId("tok_pat")));

    assertThat(revoked.names()).containsExactly("token.revoked", "token.revoked");
    assertThat(open("tok_next", "tok_last").refusal()).isEqualTo("unauthorized");
  }

  @Test
  void aSessionIsReplacedInItsLastHour() {
    code("tok_code", null, null);
    open("tok_code", "tok_session").accepted();

    assertThat(open("tok_session", "tok_early").refusal()).isEqualTo("session_not_renewable");
    ledger.at(NOON.plusSeconds(11 * 3_600));
    LedgerFixture.When renewed = open("tok_session", "tok_next");

    assertThat(renewed.names()).containsExactly("token.revoked", "token.created");
    assertThat(renewed.first(Token.class).id()).isEqualTo(new TokenId("tok_next"));
    assertThat(open("tok_session", "tok_again").refusal()).isEqualTo("unauthorized");
  }

  @Test
  void forgetsWhatEndedByItself() {
    code("tok_code", null, null);
    open("tok_code", "tok_session").accepted();
    ledger.at(NOON.plusSeconds(86_400));
    code("tok_other", null, null);

    assertThat(open("tok_other", "tok_new").accepted().privates())
        .contains(new DropSecret(new TokenId("tok_session")));
  }

  @Test
  void aSessionEndsByItsUserOrWithTheMember() {
    code("tok_code", null, null);
    open("tok_code", "tok_session").accepted();
    code("tok_more", null, null);
    open("tok_more", "tok_other").accepted();

    assertThat(by("tok_session", new EndSession()).names()).containsExactly("user.logout");
    assertThat(by("tok_code", new EndSession()).refusal()).isEqualTo("unauthorized");
    assertThat(ledger.as(OWNER).when(new DeactivateMember(ANN, null)).names())
        .containsExactly("token.revoked", "member.deactivated");
    ledger.verifyReplay();
  }

  private void code(String id, @Nullable UserId user, @Nullable Instant expiresAt) {
    ledger.when(code(id, user, expiresAt, TokenKind.LOGIN, Set.of())).accepted();
  }

  private static CreateToken code(
      String id,
      @Nullable UserId user,
      @Nullable Instant expiresAt,
      TokenKind kind,
      Set<Permission> scopes) {
    return new CreateToken(
        new TokenId(id), user, "link", scopes, false, expiresAt, "f".repeat(64), kind);
  }

  private LedgerFixture.When open(String opener, String session) {
    return by(opener, new OpenSession(new TokenId(session), "f".repeat(64)));
  }

  private LedgerFixture.When by(String token, Command command) {
    return ledger.handle(
        new CommandEnvelope(
            "cmd_" + token + command.hashCode(),
            LedgerFixture.WORKSPACE,
            new Actor(ANN, Role.MEMBER.permissions(), new TokenId(token), CommandOrigin.API),
            "",
            RequestInfo.NONE,
            command));
  }
}
