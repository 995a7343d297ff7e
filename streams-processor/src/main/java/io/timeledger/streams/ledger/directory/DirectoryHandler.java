package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.DeleteClient;
import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.DeleteTask;
import io.timeledger.schemas.command.DirectoryCommand.DeleteTeam;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.command.DirectoryCommand.PutTeam;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Changes of the directory. Members and teams require administrators; the rest requires the right
/// to write for all members.
public final class DirectoryHandler {
  private DirectoryHandler() {}

  public static List<ReplyItem> decide(
      DirectoryCommand command, Rights rights, DecisionBuilder decision) {
    rights.require(needed(command));
    return List.of(
        switch (command) {
          case PutMember put -> MemberPut.put(put, rights, decision);
          case DeactivateMember deactivate -> MemberLeaving.deactivate(deactivate, decision);
          case EraseMember erase -> MemberLeaving.erase(erase, decision);
          case PutProject put -> RecordPuts.project(put, decision);
          case DeleteProject delete -> RecordDeletions.project(delete, decision);
          case PutTask put -> RecordPuts.task(put, decision);
          case DeleteTask delete -> RecordDeletions.task(delete, decision);
          case PutClient put -> RecordPuts.client(put, decision);
          case DeleteClient delete -> RecordDeletions.client(delete, decision);
          case PutTeam put -> TeamChanges.put(put, decision);
          case DeleteTeam delete -> TeamChanges.delete(delete, decision);
        });
  }

  private static Permission needed(DirectoryCommand command) {
    return switch (command) {
      case PutMember _, DeactivateMember _, EraseMember _, PutTeam _, DeleteTeam _ ->
          Permission.ADMIN;
      case PutProject _, DeleteProject _, PutTask _, DeleteTask _, PutClient _, DeleteClient _ ->
          Permission.WRITE_ALL;
    };
  }
}
