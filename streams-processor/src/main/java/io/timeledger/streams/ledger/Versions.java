package io.timeledger.streams.ledger;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// Lost updates, prevented: a change may say which version it was made for.
public final class Versions {
  private Versions() {}

  /// @param current null when there is no such resource: then no version of it is right
  /// @throws Refusal `version_mismatch`
  public static void require(@Nullable Resource current, @Nullable Integer ifVersion) {
    if (ifVersion != null && (current == null || ifVersion != current.version())) {
      throw Refusal.of(
          ErrorCode.VERSION_MISMATCH,
          "version: %d (expected: %s)"
              .formatted(ifVersion, current == null ? "none" : current.version()));
    }
  }
}
