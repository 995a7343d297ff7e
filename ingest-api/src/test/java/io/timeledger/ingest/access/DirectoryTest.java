package io.timeledger.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.TokenRecord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final UserId OWNER = new UserId("u_1");
  private static final TokenId TOKEN = new TokenId("tok_1");

  private final Directory directory = new Directory();

  @Test
  void admitsATokenOnceItsOwnerIsThereToo() {
    directory.put(
        new TokenRecord(TOKEN, WORKSPACE, OWNER, "hash", Set.of(), false, null, TokenKind.ACCESS));
    assertThat(directory.admits(TOKEN)).as("another broker has the topic of members").isFalse();

    directory.put(owner(true));
    assertThat(directory.admits(TOKEN)).isTrue();
  }

  @Test
  void admitsAnOwnerOnceTheTokenIsThereToo() {
    directory.put(owner(true));
    assertThat(directory.admits(TOKEN)).isFalse();
  }

  @Test
  void doesNotAdmitWhoHasLeft() {
    directory.put(
        new TokenRecord(TOKEN, WORKSPACE, OWNER, "hash", Set.of(), false, null, TokenKind.ACCESS));
    directory.put(owner(false));
    assertThat(directory.admits(TOKEN)).isFalse();
  }

  private static MemberProfile owner(boolean active) {
    return new MemberProfile(
        WORKSPACE, OWNER, "Ann", null, Role.OWNER, ZoneOffset.UTC, List.of(), active, null, null);
  }
}
