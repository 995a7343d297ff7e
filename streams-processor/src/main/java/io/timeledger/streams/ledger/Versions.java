package io.timeledger.streams.ledger;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// Lost updates, prevented: a change may say which version it was made for.
public final class Versions {
  private Versions() {}

  /// @throws Refusal `version_mismatch`
  public static void require(Resource current, @Nullable Integer ifVersion) {
    if (ifVersion != null && ifVersion != current.version()) {
      throw Refusal.of(
          ErrorCode.VERSION_MISMATCH,
          "version: %d (expected: %d)".formatted(ifVersion, current.version()));
    }
  }
}
