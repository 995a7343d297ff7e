package io.timeledger.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownTokensTest {
  private static final Instant END = Instant.parse("2026-04-29T22:00:00Z");
  private final Directory directory = new Directory();

  @ParameterizedTest
  @EnumSource
  void knowsATokenAsItsOwnKindUntilItExpires(TokenKind kind) {
    Credential credential = Credential.create(kind, END.minusSeconds(43_200));
    put(credential, credential.secretHash(), kind);

    for (TokenKind other : TokenKind.values()) {
      assertThat(at(END.minusSeconds(1)).find(other, credential.reveal()).isPresent())
          .isEqualTo(other == kind);
    }
    assertThat(at(END).find(kind, credential.reveal())).isEmpty();
    assertThat(at(END).judge(kind, credential.reveal())).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void takesNoSecretOfAnotherKindEvenIfTheRecordDoesNotTellItsKind() {
    Credential code = Credential.create(TokenKind.LOGIN, END.minusSeconds(60));
    put(code, code.secretHash(), TokenKind.ACCESS);

    assertThat(
            at(END.minusSeconds(1))
                .find(TokenKind.ACCESS, code.reveal().replaceFirst("tlc_", "tlp_")))
        .isEmpty();
  }

  private void put(Credential credential, String hash, TokenKind kind) {
    directory.put(
        new TokenRecord(
            credential.id(),
            new WorkspaceId("ws"),
            new UserId("u"),
            hash,
            Set.of(),
            false,
            END,
            kind));
  }

  private KnownTokens at(Instant now) {
    InstantSource clock = InstantSource.fixed(now);
    return new KnownTokens(directory, new TokenUses(clock), clock);
  }
}
