package io.timeledger.schemas.command;

import io.timeledger.schemas.id.ClientId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of an import, with what the directory needs to know of it. What is not there yet is
/// made: the member, the client, the project and the task.
///
/// @param memberName for a member that has to be made
/// @param memberEmail for a member that has to be made
/// @param clientId client of the project, when both are named
/// @param earlierExternalId of the same row as versions before made it: an entry that has it is
///     the row's
public record ImportRow(
    EntryDraft draft,
    @Nullable String memberName,
    @Nullable String memberEmail,
    @Nullable ClientId clientId,
    @Nullable String clientName,
    @Nullable String projectName,
    @Nullable String taskName,
    @Nullable String earlierExternalId) {
  private static final Pattern MADE_ID = Pattern.compile("[cpt]_[0-9a-f]{20}");

  /// Whether the id of a client, project or task is one that imports give to what they make.
  public static boolean isMadeId(String id) {
    return MADE_ID.matcher(id).matches();
  }
}
