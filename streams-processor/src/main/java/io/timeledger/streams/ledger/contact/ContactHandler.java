package io.timeledger.streams.ledger.contact;

import io.timeledger.schemas.command.ContactCommand;
import io.timeledger.schemas.command.ContactCommand.DeleteContact;
import io.timeledger.schemas.command.ContactCommand.PutContact;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Dispatches commands about contacts to their handlers.
public final class ContactHandler {
  private ContactHandler() {}

  public static List<ReplyItem> decide(
      ContactCommand command, Rights rights, DecisionBuilder decision) {
    return List.of(
        switch (command) {
          case PutContact put -> PutContactHandler.decide(put, rights, decision);
          case DeleteContact delete -> DeleteContactHandler.decide(delete, rights, decision);
        });
  }

  /// @param action the event that success would cause
  static void requireRight(EventType action, ContactId id, Rights rights) {
    rights.requireAudited(
        Permission.SETTINGS, EventType.SETTINGS_UPDATED_DENIED, action, id.value());
  }
}
