package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;

/// Dry run of a command: same rules, but no event and no denial, and the id stays free for the
/// command itself. It is a type rather than a flag of the envelope, because a ledger that does not
/// know the flag would execute the command.
///
/// @param command not itself a preview
@JsonTypeName("preview")
public record Preview(Command command) implements Command {
  public Preview {
    if (command instanceof Preview) {
      throw new IllegalArgumentException("a preview of a preview");
    }
  }
}
