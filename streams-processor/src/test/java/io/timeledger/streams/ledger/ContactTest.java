package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.ContactCommand.DeleteContact;
import io.timeledger.schemas.command.ContactCommand.PutContact;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Contact;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTest {
  private static final String JO = "a".repeat(43);
  private static final String JO_AT_HOME = "b".repeat(43);

  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(OWNER);

  @Test
  void isCreatedReplacedAndDeleted() {
    LedgerFixture.When created = ledger.when(put("deal_7", JO_AT_HOME, JO, JO));
    assertThat(created.names()).containsExactly("contact.upserted");
    assertThat(created.first(Contact.class).emailHashes()).containsExactly(JO, JO_AT_HOME);
    assertThat(created.first(Contact.class).dealId()).isEqualTo("deal_7");
    assertThat(created.first(Contact.class).projectId()).isEqualTo(new ProjectId("website"));

    assertThat(ledger.when(put("deal_7", JO, JO_AT_HOME)).names()).isEmpty();
    Contact replaced = ledger.when(put(null, JO)).first(Contact.class);
    assertThat(replaced.dealId()).isNull();
    assertThat(replaced.emailHashes()).containsExactly(JO);
    assertThat(replaced.version()).isEqualTo(2);

    assertThat(ledger.when(delete(1)).refusal()).isEqualTo("version_mismatch");
    assertThat(ledger.when(delete(2)).names()).containsExactly("contact.deleted");
    assertThat(ledger.when(delete(null)).refusal()).isEqualTo("not_found");
    assertThat(ledger.when(put("deal_8", JO)).first(Contact.class).version()).isEqualTo(4);
    ledger.verifyReplay();
  }

  @Test
  void isForgottenWithItsAddresses() {
    ledger.when(put("deal_7", JO)).accepted();

    Contact deleted = ledger.when(delete(null)).first(Contact.class);

    assertThat(deleted.deletedAt()).isEqualTo("2026-06-10T12:00:00Z");
    assertThat(deleted.emailHashes()).isEmpty();
  }

  @Test
  void isForThoseWhoMaySetUpTheWorkspace() {
    ledger.when(put("deal_7", JO)).accepted();
    ledger.as(ANN);

    LedgerFixture.When put = ledger.when(put("deal_8", JO));
    LedgerFixture.When delete = ledger.when(delete(null));

    assertThat(put.refusal()).isEqualTo("forbidden");
    assertThat(put.eventNames()).containsExactly("settings.updated.denied");
    assertThat(delete.refusal()).isEqualTo("forbidden");
    assertThat(delete.eventNames()).containsExactly("settings.updated.denied");
    assertThat(ledger.state().contact(new ContactId("c_1")).orElseThrow().dealId())
        .isEqualTo("deal_7");
  }

  @Test
  void namesWhatIsBroken() {
    String[] many = IntStream.range(0, 21).mapToObj("%043d"::formatted).toArray(String[]::new);

    assertThat(faults(ledger.when(put(null, many)))).containsExactly("emails");
    assertThat(faults(ledger.when(put("a/b", "jo@customer.example"))))
        .containsExactly("emails", "deal_id");
  }

  private static PutContact put(@Nullable String deal, String... hashes) {
    return new PutContact(
        new ContactId("c_1"), List.of(hashes), deal, new ProjectId("website"), null);
  }

  private static DeleteContact delete(@Nullable Integer ifVersion) {
    return new DeleteContact(new ContactId("c_1"), ifVersion);
  }

  private static List<String> faults(LedgerFixture.When when) {
    assertThat(when.refusal()).isEqualTo("validation_failed");
    return ((Decision.Rejected) when.decision())
        .problem().details().stream().map(Problem.Detail::field).toList();
  }
}
