package io.timeledger.streams.ledger.takeover;

import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.directory.DirectoryHandler;
import java.util.List;

/// Puts a member and transfers the placeholder's time to them. One put transfers as much as one
/// decision may hold; later puts, even of the same record, continue.
public final class PutMemberHandler {
  private PutMemberHandler() {}

  public static List<ReplyItem> decide(PutMember command, Rights rights, DecisionBuilder decision) {
    List<ReplyItem> items = DirectoryHandler.decide(command, rights, decision);
    String email = command.email();
    if (email != null) {
      Placeholder.of(command.id(), email, decision.state())
          .ifPresent(placeholder -> placeholder.handOver(command.id(), rights, decision));
    }
    return items;
  }
}
