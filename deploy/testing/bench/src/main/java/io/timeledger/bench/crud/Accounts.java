package io.timeledger.bench.crud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The same members in every run, by the hashes of their tokens, in memory.
@Component
public final class Accounts {
  private static final String BEARER = "Bearer ";
  private static final int WORKSPACES = 8;
  private static final int MEMBERS = 50;
  private final Map<String, CrudAccount> byHash = new HashMap<>();

  Accounts() {
    for (int w = 0; w < WORKSPACES; w++) {
      for (int m = 0; m < MEMBERS; m++) {
        byHash.put(
            sha256(token(w, m).getBytes(UTF_8)),
            new CrudAccount(new WorkspaceId("ws_crud" + w), new UserId("u_member" + m)));
      }
    }
  }

  /// The token of a member.
  ///
  /// @param workspace below 8
  /// @param member below 50
  public static String token(int workspace, int member) {
    return "crud_%d_%d_0123456789abcdefghijklmnopqrstuvwxyz".formatted(workspace, member);
  }

  Optional<CrudAccount> of(String authorization) {
    return authorization.startsWith(BEARER)
        ? Optional.ofNullable(
            byHash.get(sha256(authorization.substring(BEARER.length()).getBytes(UTF_8))))
        : Optional.empty();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
