package io.timeledger.ingest.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.RequestInfo;
import java.time.InstantSource;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnshownCredentialsTest {
  private final UnshownCredentials credentials = new UnshownCredentials(InstantSource.system());

  @Test
  void areTheSameForEveryTryUntilOneIsShown() {
    WriteRequest call = call("ws", "u", "key");
    Credential first = credentials.of(call, TokenKind.ACCESS);
    Credential second = credentials.of(call, TokenKind.ACCESS);

    assertThat(second).isSameAs(first);
    assertThat(credentials.take(call, second)).isTrue();
    assertThat(credentials.take(call, first)).as("once").isFalse();
    assertThat(credentials.of(call, TokenKind.ACCESS)).isNotSameAs(first);
  }

  @Test
  void areNeverThoseOfSomebodyElse() {
    Credential own = credentials.of(call("ws", "u", "key"), TokenKind.ACCESS);

    assertThat(credentials.of(call("ws", "other", "key"), TokenKind.ACCESS)).isNotSameAs(own);
    assertThat(credentials.of(call("other", "u", "key"), TokenKind.ACCESS)).isNotSameAs(own);
    assertThat(credentials.of(call("ws", "u", "other"), TokenKind.ACCESS)).isNotSameAs(own);
  }

  @Test
  void areNewForEachTryWithoutAKey() {
    WriteRequest call = call("ws", "u", null);
    Credential first = credentials.of(call, TokenKind.ACCESS);

    assertThat(credentials.of(call, TokenKind.ACCESS)).isNotSameAs(first);
    assertThat(credentials.take(call, first)).isTrue();
  }

  @Test
  void areForgottenWhenThereAreTooMany() {
    WriteRequest oldest = call("ws", "u", "oldest");
    Credential forgotten = credentials.of(oldest, TokenKind.ACCESS);
    for (int i = 0; i < 1_000; i++) {
      Credential _ = credentials.of(call("ws", "u", "key" + i), TokenKind.ACCESS);
    }

    assertThat(credentials.take(oldest, forgotten)).isFalse();
  }

  private static WriteRequest call(String workspace, String user, @Nullable String key) {
    return new WriteRequest(
        new Caller(
            new WorkspaceId(workspace),
            new UserId(user),
            EnumSet.allOf(Permission.class),
            null,
            CommandOrigin.API),
        "POST",
        "/api/v1/tokens",
        key,
        null,
        null,
        RequestInfo.NONE);
  }
}
