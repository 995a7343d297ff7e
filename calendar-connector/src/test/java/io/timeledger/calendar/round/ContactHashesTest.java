package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.AttendeeAddresses;
import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.secret.ContactHasher;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactHashesTest {
  private static final WorkspaceId ACME = new WorkspaceId("ws_acme");
  private static final AttendeeAddresses JO = new AttendeeAddresses(List.of("jo@customer.example"));

  private final ContactHasher hasher = ContactHasher.of(CalendarPlatform.ADDRESS_KEY);
  private final ContactHashes hashes = new ContactHashes(Optional.of(hasher));

  @Test
  void areThoseOfTheApi() {
    assertThat(hashes.of(ACME, JO)).containsExactly(hasher.hash(ACME, "jo@customer.example"));
    assertThat(hashes.of(new WorkspaceId("ws_other"), JO))
        .hasSize(1)
        .doesNotContain(hasher.hash(ACME, "jo@customer.example"));
  }

  @Test
  void areNoneWithoutAKey() {
    assertThat(ContactHashes.NONE.of(ACME, JO)).isEmpty();
  }

  @Test
  void areBounded() {
    AttendeeAddresses many =
        new AttendeeAddresses(
            IntStream.range(0, 1_000).mapToObj("u%d@example.com"::formatted).toList());

    assertThat(hashes.of(ACME, many)).hasSize(AttendeeAddresses.MOST).isSorted();
  }

  @Test
  void makeOtherCursorsWithAnotherKey() {
    ContactHashes rekeyed =
        new ContactHashes(
            Optional.of(ContactHasher.of("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pv8=")));

    assertThat(ContactHashes.NONE.queryVersion(3)).isEqualTo(3);
    assertThat(hashes.queryVersion(3)).isNotEqualTo(3).isNotEqualTo(rekeyed.queryVersion(3));
    assertThat(hashes.queryVersion(3))
        .isEqualTo(hashes.queryVersion(3))
        .isNotEqualTo(hashes.queryVersion(4));
  }
}
