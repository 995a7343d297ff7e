package io.timeledger.streams.ledger;

import static io.timeledger.schemas.command.Precondition.ANY;

import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lost updates, prevented: a change may say which version it was made for, or that there must be
/// none. Whoever may not know of the resource is refused before it is compared.
public final class Versions {
  private Versions() {}

  /// @param current null when there is no such resource: then no version of it is right
  /// @throws Refusal `version_mismatch` or `precondition_failed`
  public static void require(
      @Nullable Resource current, @Nullable Integer ifVersion, Draft decision) {
    if (ifVersion != null && (current == null || ifVersion != current.version())) {
      throw Refusal.of(
          ErrorCode.VERSION_MISMATCH,
          "version: %d (expected: %s)".formatted(ifVersion, versionOf(current)));
    }
    require(current, decision);
  }

  /// As the request asks for it, whatever the command says.
  public static void require(@Nullable Resource current, Draft decision) {
    Precondition asked = decision.precondition();
    if (asked == null) {
      return;
    }
    List<String> match = asked.match();
    if (match != null && !fits(match, current)) {
      throw Refusal.of(
          ErrorCode.PRECONDITION_FAILED,
          "If-Match: %s (the version is: %s)"
              .formatted(String.join(", ", match), versionOf(current)));
    }
    List<String> noneMatch = asked.noneMatch();
    if (noneMatch != null && fits(noneMatch, current)) {
      throw Refusal.of(
          ErrorCode.PRECONDITION_FAILED,
          "If-None-Match: %s (the version is: %s)"
              .formatted(String.join(", ", noneMatch), versionOf(current)));
    }
  }

  private static boolean fits(List<String> tags, @Nullable Resource current) {
    return current != null
        && (tags.contains(ANY) || tags.contains(Integer.toString(current.version())));
  }

  private static String versionOf(@Nullable Resource current) {
    return current == null ? "none" : Integer.toString(current.version());
  }
}
