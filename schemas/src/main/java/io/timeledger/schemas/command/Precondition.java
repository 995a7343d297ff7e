package io.timeledger.schemas.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must hold of the resource that a command is about, as `If-Match` and `If-None-Match` ask
/// for it (RFC 9110 §13.1). A tag is a version; `*` is any; what is no version of ours fits none.
///
/// @param match tags of which one must fit; null asks for nothing
/// @param noneMatch tags of which none may fit; null asks for nothing
public record Precondition(@Nullable List<String> match, @Nullable List<String> noneMatch) {
  public static final String ANY = "*";

  public Precondition {
    match = match == null ? null : List.copyOf(match);
    noneMatch = noneMatch == null ? null : List.copyOf(noneMatch);
  }
}
