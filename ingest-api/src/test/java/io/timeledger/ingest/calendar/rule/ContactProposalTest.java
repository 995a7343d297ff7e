package io.timeledger.ingest.calendar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.calendar.block.AttendingContact;
import io.timeledger.ingest.calendar.block.TestBlocks;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactProposalTest {
  private static final RuleSet NO_RULES = new RuleSet(List.of());

  @Test
  void proposesTheDealAndProjectOfTheContactWhoAttends() {
    Proposal proposal = proposed(contact("c_1", "deal_7", "site"));

    assertThat(proposal.contactId()).isEqualTo(new ContactId("c_1"));
    assertThat(proposal.ruleId()).isNull();
    assertThat(proposal.effect())
        .isEqualTo(
            new CalendarRuleEffect(
                false,
                new ProjectId("site"),
                null,
                EntityType.DEAL,
                "deal_7",
                null,
                List.of(),
                null));
  }

  @Test
  void proposesAProjectAloneWhereNoContactHasADeal() {
    Proposal proposal = proposed(contact("c_1", null, null), contact("c_2", null, "site"));

    assertThat(proposal.contactId()).isEqualTo(new ContactId("c_2"));
    assertThat(proposal.effect())
        .isEqualTo(
            new CalendarRuleEffect(
                false, new ProjectId("site"), null, null, null, null, List.of(), null));
  }

  @Test
  void prefersADealToAnothersProject() {
    assertThat(proposed(contact("c_1", null, "site"), contact("c_2", "deal_7", null)).contactId())
        .isEqualTo(new ContactId("c_2"));
  }

  @Test
  void namesTheFirstOfContactsThatAgree() {
    assertThat(proposed(contact("c_2", "deal_7", null), contact("c_1", "deal_7", null)).contactId())
        .isEqualTo(new ContactId("c_1"));
  }

  @Test
  void proposesNothingWhereContactsDisagreeOrHaveNothing() {
    assertThat(proposed(contact("c_1", "deal_7", null), contact("c_2", "deal_8", null)))
        .isEqualTo(Proposal.NONE);
    assertThat(proposed(contact("c_1", null, null))).isEqualTo(Proposal.NONE);
    assertThat(proposed()).isEqualTo(Proposal.NONE);
  }

  private static Proposal proposed(AttendingContact... contacts) {
    return NO_RULES.proposalFor(TestBlocks.meetingWith(contacts));
  }

  private static AttendingContact contact(
      String id, @Nullable String deal, @Nullable String project) {
    return new AttendingContact(
        new ContactId(id), deal, project == null ? null : new ProjectId(project));
  }
}
