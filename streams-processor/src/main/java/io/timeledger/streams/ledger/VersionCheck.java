package io.timeledger.streams.ledger;

import static io.timeledger.schemas.command.Precondition.ANY;

import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Optimistic locking: a change may require a version, or that there is none. Callers who cannot
/// see the resource are refused before the comparison.
public final class VersionCheck {
  private static final String NONE = "none";

  private VersionCheck() {}

  /// @param current null if it does not exist, which matches no version
  /// @throws Refusal `version_mismatch` or `precondition_failed`
  public static void require(
      @Nullable Resource current, @Nullable Integer ifVersion, DecisionBuilder decision) {
    requireVersion(current, ifVersion);
    require(current, decision);
  }

  /// For a resource that is read together with others, such as a timesheet with its entries. The
  /// tag of such a read covers the others too, and they must be unchanged; a bare version compares
  /// the version only.
  ///
  /// @param contents current value for the others, in tag format
  public static void require(
      Resource current,
      Supplier<String> contents,
      @Nullable Integer ifVersion,
      DecisionBuilder decision) {
    requireVersion(current, ifVersion);
    Precondition asked = decision.precondition();
    if (asked != null) {
      String version = versionOf(current);
      String whole =
          namesMore(asked.match()) || namesMore(asked.noneMatch())
              ? version + "-" + contents.get()
              : version;
      require(asked, List.of(version, whole), whole);
    }
  }

  /// Checks the precondition of the request only.
  public static void require(@Nullable Resource current, DecisionBuilder decision) {
    Precondition asked = decision.precondition();
    if (asked != null) {
      String version = versionOf(current);
      require(asked, current == null ? List.of() : List.of(version), version);
    }
  }

  private static void requireVersion(@Nullable Resource current, @Nullable Integer ifVersion) {
    if (ifVersion != null && (current == null || ifVersion != current.version())) {
      throw Refusal.of(
          ErrorCode.VERSION_MISMATCH,
          "version: %d (expected: %s)".formatted(ifVersion, versionOf(current)));
    }
  }

  /// @param tags that match; empty if there is no resource
  private static void require(Precondition asked, List<String> tags, String now) {
    List<String> match = asked.match();
    if (match != null && !fits(match, tags)) {
      throw failed("If-Match", match, now);
    }
    List<String> noneMatch = asked.noneMatch();
    if (noneMatch != null && fits(noneMatch, tags)) {
      throw failed("If-None-Match", noneMatch, now);
    }
  }

  private static Refusal failed(String header, List<String> asked, String now) {
    return Refusal.of(
        ErrorCode.PRECONDITION_FAILED,
        "%s: %s (the version is: %s)".formatted(header, String.join(", ", asked), now));
  }

  private static boolean fits(List<String> asked, List<String> tags) {
    return !tags.isEmpty() && (asked.contains(ANY) || tags.stream().anyMatch(asked::contains));
  }

  private static boolean namesMore(@Nullable List<String> asked) {
    return Stream.ofNullable(asked).flatMap(List::stream).anyMatch(tag -> tag.contains("-"));
  }

  private static String versionOf(@Nullable Resource current) {
    return current == null ? NONE : Integer.toString(current.version());
  }
}
