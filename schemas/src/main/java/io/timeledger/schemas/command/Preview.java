package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;

/// Asks what a command would come to. It is decided by the same rules, and nothing of it happens:
/// no event, no denial, and the id stays free for the command itself. A type of its own and no flag
/// of the envelope, since a ledger that does not know the flag would do the work.
///
/// @param command no preview itself
@JsonTypeName("preview")
public record Preview(Command command) implements Command {
  public Preview {
    if (command instanceof Preview) {
      throw new IllegalArgumentException("a preview of a preview");
    }
  }
}
