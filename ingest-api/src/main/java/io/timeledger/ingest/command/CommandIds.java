package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Command ids: derived from workspace, caller and idempotency key, else random.
public final class CommandIds {
  private static final String PREFIX = "cmd_";
  private static final int HEX_LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CommandIds() {}

  public static String of(WorkspaceId workspace, UserId user, @Nullable String key) {
    return key == null
        ? random()
        : PREFIX + Sha256.hexOf(workspace.value(), user.value(), key).substring(0, HEX_LENGTH);
  }

  /// The id of one part of a request that is split into several commands.
  public static String ofPart(WorkspaceId workspace, UserId user, @Nullable String key, int part) {
    return key == null
        ? random()
        : PREFIX
            + Sha256.hexOf(workspace.value(), user.value(), key, Integer.toString(part))
                .substring(0, HEX_LENGTH);
  }

  static String random() {
    byte[] bytes = new byte[HEX_LENGTH / 2];
    RANDOM.nextBytes(bytes);
    return PREFIX + HexFormat.of().formatHex(bytes);
  }
}
