package io.timeledger.schemas.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `If-Match` and `If-None-Match` conditions on the resource of a command (RFC 9110 §13.1). A
/// tag is a version; `*` matches any; a tag that is not a version of ours matches none.
///
/// @param match one of these tags must match; null for no condition
/// @param noneMatch none of these tags may match; null for no condition
public record Precondition(@Nullable List<String> match, @Nullable List<String> noneMatch) {
  public static final String ANY = "*";

  public Precondition {
    match = match == null ? null : List.copyOf(match);
    noneMatch = noneMatch == null ? null : List.copyOf(noneMatch);
  }
}
