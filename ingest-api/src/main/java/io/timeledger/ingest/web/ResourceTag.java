package io.timeledger.ingest.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an `ETag` of a resource says, in a form that clients must not interpret:
/// `version[-contents][.shown]`. Caches compare all of it. A write compares the version, and the
/// contents when they are named; what else the reader was shown is nothing that a write changes.
///
/// @param contents of what the resource is joined with
/// @param shown of all that the reader was shown; null where the version says as much
public record ResourceTag(int version, @Nullable String contents, @Nullable String shown) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9})(?:-([0-9a-f]{16}))?(?:\\.([0-9a-f]{16}))?");

  /// @param tag without quotes; empty when it is none of ours
  public static Optional<ResourceTag> of(String tag) {
    Matcher parts = FORM.matcher(tag);
    return parts.matches()
        ? Optional.of(
            new ResourceTag(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /// What a write compares.
  public String compared() {
    return contents == null ? Integer.toString(version) : version + "-" + contents;
  }

  @Override
  public String toString() {
    return shown == null ? compared() : compared() + "." + shown;
  }
}
