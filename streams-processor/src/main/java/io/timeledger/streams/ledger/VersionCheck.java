package io.timeledger.streams.ledger;

import static io.timeledger.schemas.command.Precondition.ANY;

import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Resource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lost updates, prevented: a change may say which version it was made for, or that there must be
/// none. Whoever may not know of the resource is refused before it is compared.
public final class VersionCheck {
  private static final String NONE = "none";

  private VersionCheck() {}

  /// @param current null when there is no such resource: then no version of it is right
  /// @throws Refusal `version_mismatch` or `precondition_failed`
  public static void require(
      @Nullable Resource current, @Nullable Integer ifVersion, DecisionBuilder decision) {
    requireVersion(current, ifVersion);
    require(current, decision);
  }

  /// Of a resource that is read together with others, as a timesheet is with its entries. A tag of
  /// such a read names them, too, and they must be those of now; a bare version asks for no more
  /// than the version.
  ///
  /// @param contents what the others are now, in the words of the tag
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

  /// As the request asks for it, whatever the command says.
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

  /// @param tags that are right; none when there is nothing
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
