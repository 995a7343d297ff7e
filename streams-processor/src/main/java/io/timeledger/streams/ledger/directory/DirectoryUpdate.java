package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand;
import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Changes of the directory, by whoever may: members by administrators, the rest by those who may
/// write for everybody.
public final class DirectoryUpdate {
  private DirectoryUpdate() {}

  public static List<ReplyItem> decide(DirectoryCommand command, Rights rights, Draft decision) {
    return List.of(
        switch (command) {
          case PutMember put -> put(put, rights, decision);
          case DeactivateMember deactivate -> {
            rights.require(Permission.ADMIN);
            yield MemberLeaving.deactivate(deactivate, decision);
          }
          case EraseMember erase -> {
            rights.require(Permission.ADMIN);
            yield MemberLeaving.erase(erase, decision);
          }
          case PutProject put -> {
            rights.require(Permission.WRITE_ALL);
            yield RecordPuts.project(put, decision);
          }
          case DeleteProject delete -> {
            rights.require(Permission.WRITE_ALL);
            yield RecordPuts.delete(delete, decision);
          }
          case PutTask put -> {
            rights.require(Permission.WRITE_ALL);
            yield RecordPuts.task(put, decision);
          }
          case PutClient put -> {
            rights.require(Permission.WRITE_ALL);
            yield RecordPuts.client(put, decision);
          }
        });
  }

  public static ReplyItem put(PutMember command, Rights rights, Draft decision) {
    rights.require(Permission.ADMIN);
    return MemberPut.put(command, rights, decision);
  }
}
