package io.timeledger.calendar.fold;

import static io.timeledger.calendar.testkit.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockIdentityTest {
  private static final WorkspaceId ACME = new WorkspaceId("acme");
  private static final UserId ANNA = new UserId("anna");
  private static final CalendarId WORK = new CalendarId("cal_work");
  private static final CalendarId HOME = new CalendarId("cal_home");
  private static final String OUTLOOK = "040000008200E00074C5B7101A82E008";
  private static final String CREATED = "90A3F2C1D4E5DA010000000000000000100000008A5B6C";

  @Test
  void isTheSameInEveryCalendarAndForEveryTime() {
    BlockId one = BlockIdentity.of(ACME, ANNA, WORK, event().build());

    assertThat(one.value()).matches("blk_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(BlockIdentity.of(ACME, ANNA, HOME, event().ref("other").build())).isEqualTo(one);
    assertThat(
            BlockIdentity.of(ACME, ANNA, WORK, event().onDays("2026-12-01", "2026-12-02").build()))
        .isEqualTo(one);
  }

  @Test
  void differsByWorkspaceMemberMeetingAndInstance() {
    Set<BlockId> ids = new HashSet<>();
    ids.add(BlockIdentity.of(ACME, ANNA, "u", null));
    ids.add(BlockIdentity.of(new WorkspaceId("acm"), new UserId("eanna"), "u", null));
    ids.add(BlockIdentity.of(ACME, new UserId("ben"), "u", null));
    ids.add(BlockIdentity.of(ACME, ANNA, "U", null));
    ids.add(BlockIdentity.of(ACME, ANNA, "u", "2026-11-30T08:00:00Z"));
    ids.add(BlockIdentity.of(ACME, ANNA, "u", "2026-11-30"));

    assertThat(ids).hasSize(6);
  }

  @Test
  void staysAsItIsAcrossReleases() {
    assertThat(BlockIdentity.of(ACME, ANNA, "u1", null).value())
        .isEqualTo("blk_KJ4ENGPWT0W0N919SE62GS2TC4");
  }

  @Test
  void leavesAnEventWithoutUidAlone() {
    BlockId work = BlockIdentity.of(ACME, ANNA, WORK, event().uid(null).build());

    assertThat(BlockIdentity.of(ACME, ANNA, HOME, event().uid(null).build())).isNotEqualTo(work);
    assertThat(BlockIdentity.of(ACME, ANNA, WORK, event().uid(null).ref("e2").build()))
        .isNotEqualTo(work);
  }

  @Test
  void meetsCopiesOfOutlooksInstances() {
    String series = OUTLOOK + "00000000" + CREATED;
    String instance = OUTLOOK + "07EA0B1E" + CREATED;

    assertThat(CleanUid.of(instance)).isEqualTo(series);
    assertThat(CleanUid.of(instance.toLowerCase(Locale.ROOT))).isEqualTo(series);
    assertThat(BlockIdentity.of(ACME, ANNA, instance, null))
        .isEqualTo(BlockIdentity.of(ACME, ANNA, series, null));
  }

  @Test
  void findsTheUidThatOutlookTookOver() {
    String foreign =
        HexFormat.of().formatHex("abc@google.com\0".getBytes(StandardCharsets.US_ASCII));
    String wrapped =
        OUTLOOK
            + "00000000"
            + "0000000000000000"
            + "0000000000000000"
            + "1B000000"
            + "7643616C2D55696401000000"
            + foreign;

    assertThat(CleanUid.of(wrapped)).isEqualTo("abc@google.com");
  }

  @Test
  void leavesOtherUidsAsTheyAre() {
    for (String uid :
        new String[] {
          "abc@google.com", OUTLOOK, "0400", OUTLOOK + "0000000", "deadbeef".repeat(9)
        }) {
      assertThat(CleanUid.of(uid)).isEqualTo(uid);
    }
  }
}
