package io.timeledger.ingest.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The structure of a resource's `ETag`, opaque to clients: `version[-contents][.shown]`. Caches
/// compare all of it. A write compares the version, and the contents if present; it cannot change
/// what else the reader was shown.
///
/// @param contents hash of the resources contained in it
/// @param shown hash of all that the reader was shown; null where the version covers it
public record ResourceTag(int version, @Nullable String contents, @Nullable String shown) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9})(?:-([0-9a-f]{16}))?(?:\\.([0-9a-f]{16}))?");

  /// @param tag without quotes; empty unless it is one of ours
  public static Optional<ResourceTag> of(String tag) {
    Matcher parts = FORM.matcher(tag);
    return parts.matches()
        ? Optional.of(
            new ResourceTag(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /// The part that a write compares.
  public String compared() {
    return contents == null ? Integer.toString(version) : version + "-" + contents;
  }

  @Override
  public String toString() {
    return shown == null ? compared() : compared() + "." + shown;
  }
}
