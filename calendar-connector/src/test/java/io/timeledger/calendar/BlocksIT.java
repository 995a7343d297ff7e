package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.IcsServer;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.secret.ContactHasher;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What members and other services see of the events of calendars.
class BlocksIT {
  private final CalendarPlatform platform = CalendarPlatform.shared();

  @Test
  void tellsOthersWhenAMemberIsBusyAndNotWithWhat() {
    try (Scene scene = new Scene(platform)) {
      Connection _ =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Merger", IcsFiles.noon(0))));

      CalendarPlatform.until(() -> scene.published().size() == 1);
      BlockRecord block = scene.published().getFirst();
      assertThat(block.id()).isEqualTo(scene.block("Merger"));
      assertThat(block.startedAt()).isEqualTo(IcsFiles.noon(0));
      assertThat(block.state()).isEqualTo(BlockState.PENDING);
      assertThat(platform.values(Topic.CALENDAR_BLOCKS)).doesNotContain("Merger");
      assertThat(platform.row("reporting.calendar_blocks", "block_id", block.id().value()))
          .containsEntry("state", "pending")
          .doesNotContainKey("title");
    }
  }

  @Test
  void knowsAttendeesByHashesAlone() {
    try (Scene scene = new Scene(platform)) {
      String[] guests = {
        "ORGANIZER:mailto:Jo.Organizer@customer.example",
        "ATTENDEE:mailto:AL.Attendee@customer.example"
      };
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(0), guests)));
      BlockId review = scene.block("Review");

      ContactHasher hasher = ContactHasher.of(CalendarPlatform.ADDRESS_KEY);
      assertThat((Object[]) scene.row(review).get("contact_hashes"))
          .containsExactlyInAnyOrder(
              hasher.hash(scene.workspace(), "jo.organizer@customer.example"),
              hasher.hash(scene.workspace(), "al.attendee@customer.example"));

      scene.read(
          connection, IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(0), guests[0])));
      assertThat((Object[]) scene.row(review).get("contact_hashes"))
          .containsExactly(hasher.hash(scene.workspace(), "jo.organizer@customer.example"));
      assertThat(platform.everything())
          .contains(hasher.hash(scene.workspace(), "jo.organizer@customer.example"))
          .doesNotContainIgnoringCase("jo.organizer")
          .doesNotContainIgnoringCase("al.attendee");
    }
  }

  @Test
  void keepsDismissalsOverFullRoundsAndReconnects() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(0))));
      BlockId lunch = scene.block("Lunch");

      CalendarReply reply = scene.answer(new DismissBlocks(List.of(lunch)));
      assertThat(reply.changed()).containsExactly(lunch);
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();
      assertThat(scene.answer(new DismissBlocks(List.of(lunch))).changed()).isEmpty();

      scene.read(
          connection,
          IcsFiles.of(
              IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(1)),
              IcsFiles.meeting("b@x", "Other", IcsFiles.noon(4))));
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();
      CalendarPlatform.until(
          () ->
              scene.published().stream()
                  .anyMatch(
                      block -> block.id().equals(lunch) && block.state() == BlockState.DISMISSED));

      platform.ledger().disconnect(connection);
      CalendarPlatform.until(() -> scene.titles().isEmpty());
      Connection _ = scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(1))));
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();

      assertThat(scene.answer(new RestoreBlock(lunch)).changed()).containsExactly(lunch);
      assertThat(scene.row(lunch)).containsEntry("dismissed_at", null);
      CalendarPlatform.until(
          () -> platform.state(Topic.CALENDAR_MARKS, scene.workspace()).isEmpty());
    }
  }

  @Test
  void saysHowAMeetingDiffersFromWhatWasConverted() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(0))));
      BlockId review = scene.block("Review");

      platform.ledger().entry(scene.workspace());
      TimeEntry entry =
          platform.ledger().convert(scene.workspace(), review, IcsFiles.noon(0), IcsFiles.noon(1));
      CalendarPlatform.until(
          () -> scene.published().stream().anyMatch(b -> b.state() == BlockState.CONVERTED));
      assertThat(scene.published().getFirst().entryId()).isEqualTo(entry.id());
      assertThat(scene.row(review)).containsEntry("drift", null);

      scene.read(connection, IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(2))));
      assertThat(scene.row(review)).containsEntry("drift", "moved");
      assertThat(CalendarPlatform.time(scene.row(review), "converted_started_at"))
          .isEqualTo(IcsFiles.noon(0));

      TimeEntry moved =
          platform
              .ledger()
              .put(
                  EventType.TIME_ENTRY_UPDATED,
                  entry.withStartedAt(IcsFiles.noon(2)).withEndedAt(IcsFiles.noon(3)));
      CalendarPlatform.until(() -> scene.row(review).get("drift") == null);

      scene.read(connection, IcsFiles.of(IcsFiles.meeting("z@x", "Other", IcsFiles.noon(5))));
      assertThat(scene.row(review)).containsEntry("drift", "gone").containsEntry("title", "Review");

      platform.ledger().put(EventType.TIME_ENTRY_DELETED, moved.withDeletedAt(Instant.now()));
      CalendarPlatform.until(() -> scene.titles().equals(List.of("Other")));
    }
  }

  @Test
  void doesACommandOnceAndOnlyForItsOwner() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Mine", IcsFiles.noon(0))));
      BlockId mine = scene.block("Mine");
      String id = scene.ask(new DismissBlocks(List.of(mine)));
      platform.ledger().ask(scene.workspace(), id, new DismissBlocks(List.of(mine)));
      assertThat(scene.replies(id, 2))
          .allSatisfy(reply -> assertThat(reply.changed()).containsExactly(mine));

      UserId bob = new UserId("u_bob");
      platform.ledger().ask(scene.workspace(), bob, "c1" + id, new SyncNow(connection.id()));
      platform.ledger().ask(scene.workspace(), bob, "c2" + id, new RestoreBlock(mine));
      for (String other : List.of("c1" + id, "c2" + id)) {
        CalendarReply reply = scene.replies(other, 1).getFirst();
        assertThat(Objects.requireNonNull(reply.problem()).code()).isEqualTo(ErrorCode.NOT_FOUND);
      }
      assertThat(scene.row(mine).get("dismissed_at")).isNotNull();
    }
  }

  @Test
  void keepsPrivateTitlesNowhereUnlessTheirOwnerChoseToSeeThem() {
    String marker = "Oncologist-4711";
    try (Scene scene = new Scene(platform)) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", marker, IcsFiles.noon(0), "CLASS:PRIVATE"));
      Connection connection = scene.connect(file);
      BlockId block =
          new BlockId(CalendarPlatform.text(platform.blocks(scene.workspace()).getFirst(), "id"));
      assertThat(scene.row(block)).containsEntry("title", null).containsEntry("private", true);
      assertThat(everythingKept()).doesNotContain(marker);

      Connection shown = platform.ledger().put(connection.withShowPrivateTitles(true));
      CalendarPlatform.until(() -> marker.equals(scene.row(block).get("title")));
      assertThat(platform.values(Topic.CALENDAR_BLOCKS)).doesNotContain(marker);

      scene.server().refuse(503);
      platform.ledger().put(shown.withShowPrivateTitles(false));
      CalendarPlatform.until(() -> scene.row(block).get("title") == null);
      assertThat(everythingKept()).doesNotContain(marker);
    }
  }

  @Test
  void foldsTheSameMeetingOfTwoAddressesIntoOneBlock() {
    try (Scene scene = new Scene(platform);
        IcsServer other = new IcsServer()) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", "Both", IcsFiles.noon(0)));
      Connection first = scene.connect(file);
      other.serve(file);
      Connection second = platform.ledger().connect(scene.workspace(), other.url());
      CalendarPlatform.until(() -> scene.isRead(second));

      assertThat(scene.titles()).containsExactly("Both");
      BlockId both = scene.block("Both");
      assertThat(String.valueOf(scene.row(both).get("sources")))
          .contains(scene.calendar(first).value(), scene.calendar(second).value());

      platform.ledger().disconnect(first);
      CalendarPlatform.until(
          () -> scene.calendar(second).value().equals(scene.row(both).get("calendar_id")));
      assertThat(scene.titles()).containsExactly("Both");
    }
  }

  /// All tables of the service, and all topics that it writes.
  private String everythingKept() {
    StringBuilder text = new StringBuilder();
    for (String table :
        List.of("source", "block", "conversion", "round", "outbox", "connection", "calendar")) {
      text.append(
          platform
              .sql()
              .fetchSingle(
                  "select coalesce(string_agg(t::text, ' '), '') from calendar." + table + " t")
              .get(0));
    }
    for (Topic topic :
        List.of(
            Topic.CALENDAR_BLOCKS, Topic.CALENDAR_MARKS, Topic.CALENDAR_REPLIES, Topic.COMMANDS)) {
      text.append(platform.values(topic));
    }
    return text.toString();
  }
}
