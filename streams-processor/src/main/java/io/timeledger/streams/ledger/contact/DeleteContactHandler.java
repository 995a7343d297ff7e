package io.timeledger.streams.ledger.contact;

import io.timeledger.schemas.command.ContactCommand.DeleteContact;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;

/// Deletes a contact and forgets its addresses. Entries that took its deal keep it.
final class DeleteContactHandler {
  private DeleteContactHandler() {}

  static ReplyItem decide(DeleteContact command, Rights rights, DecisionBuilder decision) {
    ContactHandler.requireRight(EventType.CONTACT_DELETED, command.id(), rights);
    Contact before =
        decision
            .state()
            .contact(command.id())
            .filter(contact -> contact.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("contact " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return ReplyItem.of(
        Status.DELETED,
        decision.change(
            EventType.CONTACT_DELETED,
            before.with(b -> b.emailHashes(List.of()).deletedAt(decision.now())),
            before));
  }
}
