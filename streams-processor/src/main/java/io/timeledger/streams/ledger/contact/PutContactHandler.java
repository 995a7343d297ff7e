package io.timeledger.streams.ledger.contact;

import io.timeledger.schemas.command.ContactCommand.PutContact;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Contact;
import io.timeledger.schemas.resource.ContactBuilder;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.ArrayList;
import java.util.List;

/// Creates, replaces or undeletes a contact. Deal and project are not looked up: the deal is the
/// CRM's, and conversion checks the project.
final class PutContactHandler {
  private PutContactHandler() {}

  static ReplyItem decide(PutContact command, Rights rights, DecisionBuilder decision) {
    ContactHandler.requireRight(EventType.CONTACT_UPSERTED, command.id(), rights);
    Contact before = decision.state().contact(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    check(command);
    Contact after =
        ContactBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .emailHashes(command.emailHashes().stream().distinct().sorted().toList())
            .dealId(command.dealId())
            .projectId(command.projectId())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null && !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    return ReplyItem.of(
        before == null ? Status.CREATED : Status.UPDATED,
        decision.change(EventType.CONTACT_UPSERTED, after, before));
  }

  private static void check(PutContact command) {
    List<Problem.Detail> details = new ArrayList<>();
    if (command.emailHashes().size() > Contact.MAX_EMAILS) {
      details.add(detail("emails", "at most %d".formatted(Contact.MAX_EMAILS)));
    }
    // An address itself must never reach the log.
    if (!command.emailHashes().stream().allMatch(Contact::isEmailHash)) {
      details.add(detail("emails", "expected hashes of addresses"));
    }
    if (command.dealId() != null && !Id.isAddressable(command.dealId())) {
      details.add(detail("deal_id", "expected " + Id.RULE));
    }
    if (!details.isEmpty()) {
      throw Refusal.of(details);
    }
  }

  private static Problem.Detail detail(String field, String rule) {
    return new Problem.Detail(field, ErrorCode.VALIDATION_FAILED.wireName(), rule);
  }
}
