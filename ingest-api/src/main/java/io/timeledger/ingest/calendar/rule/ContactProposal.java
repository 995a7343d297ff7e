package io.timeledger.ingest.calendar.rule;

import io.timeledger.ingest.calendar.block.AttendingContact;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import java.util.Comparator;
import java.util.List;

/// What the contacts who attend a meeting propose.
final class ContactProposal {
  private ContactProposal() {}

  /// A contact's deal counts before another's project alone. Contacts of different deals propose
  /// nothing: a guess could bill the wrong customer.
  static Proposal of(List<AttendingContact> contacts) {
    List<AttendingContact> withDeal =
        contacts.stream().filter(contact -> contact.dealId() != null).toList();
    List<AttendingContact> asked =
        withDeal.isEmpty()
            ? contacts.stream().filter(contact -> contact.projectId() != null).toList()
            : withDeal;
    List<CalendarRuleEffect> effects =
        asked.stream().map(AttendingContact::effect).distinct().toList();
    if (effects.size() != 1) {
      return Proposal.NONE;
    }
    return asked.stream()
        .min(Comparator.comparing(contact -> contact.id().value()))
        .map(contact -> new Proposal(effects.getFirst(), null, contact.id()))
        .orElseThrow();
  }
}
