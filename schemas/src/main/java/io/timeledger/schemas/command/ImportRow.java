package io.timeledger.schemas.command;

import io.timeledger.schemas.id.ClientId;
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
    @Nullable String earlierExternalId) {}
