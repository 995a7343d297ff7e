package io.timeledger.streams.projector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.kafka.CatchUp;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.streams.kafka.BatchConsumers;
import io.timeledger.streams.projector.activity.RandomSlots;
import io.timeledger.streams.projector.postgres.ActivityTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityIT {
  private static final String SLOTS =
      "select id, revision, log_date, project_id, tracked_seconds, apps from read.activity_slot";
  private static final String DAYS = "select * from read.activity_day";
  private static final String DAYS_OF_SLOTS =
      """
      select workspace_id, user_id, project_id, log_date, count(*) as slots,
        sum(tracked_seconds) as tracked_seconds, sum(overall_seconds) as overall_seconds
      from read.activity_slot group by workspace_id, user_id, project_id, log_date
      """;
  private static final String SUMS_OF_DAYS =
      """
      select workspace_id, user_id, project_id, log_date, slots, tracked_seconds, overall_seconds
      from read.activity_day
      """;
  private ProjectorFixture fixture;
  private PositionedConsumer projector;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new ProjectorFixture(folder);
    projector = fixture.activityProjector();
  }

  @AfterEach
  void close() {
    projector.stop();
    fixture.close();
  }

  @Test
  void mergesWhatComesLateAndRepeatedAndSumsItByDay() {
    projector.start();
    RandomSlots random = new RandomSlots(1);
    List<ActivitySlot> revisions = random.revisions(60);

    publish(random.scrambled(revisions));

    awaitApplied();
    Map<String, Long> latest = new HashMap<>();
    revisions.forEach(slot -> latest.merge(slot.id(), slot.revision(), Math::max));
    assertThat(fixture.sql.fetch("select id, revision from read.activity_slot").intoMap("id"))
        .hasSameSizeAs(latest)
        .allSatisfy(
            (id, row) -> assertThat(row.get("revision", Long.class)).isEqualTo(latest.get(id)));
    assertNothingDiffers(SUMS_OF_DAYS, DAYS_OF_SLOTS);
  }

  @Test
  void comesBackFromTheLogAfterTheSchemaWasDropped() {
    projector.start();
    RandomSlots random = new RandomSlots(2);
    publish(random.scrambled(random.revisions(40)));
    awaitApplied();
    projector.stop();
    Result<Record> slots = fixture.sql.fetch(SLOTS);
    Result<Record> days = fixture.sql.fetch(DAYS);
    assertThat(slots).isNotEmpty();

    for (String schema : List.of("projection_1", "projector", "read", "reporting")) {
      fixture.sql.execute("drop schema " + schema + " cascade");
    }
    fixture.rebuild();

    assertThat(fixture.sql.fetch(SLOTS)).containsExactlyInAnyOrderElementsOf(slots);
    assertThat(fixture.sql.fetch(DAYS)).containsExactlyInAnyOrderElementsOf(days);
  }

  @Test
  void forgetsSlotsThatHadTheirTimeAndKeepsTheDays() {
    projector.start();
    publish(new RandomSlots(3).revisions(10));
    awaitApplied();
    ActivityTables tables = new ActivityTables(fixture.database);
    ActivitySlot last = new RandomSlots(3).revisions(10).getLast();

    tables.prune(last.startedAt().plus(ActivitySlot.TAKEN_FOR).plus(Duration.ofDays(1)));
    assertThat(fixture.sql.fetch(SLOTS)).hasSize(10);
    tables.prune(last.startedAt().plus(Duration.ofDays(91)));

    assertThat(fixture.sql.fetch(SLOTS)).isEmpty();
    assertThat(fixture.sql.fetchValue("select sum(slots) from read.activity_day"))
        .hasToString("10");
  }

  private void publish(List<ActivitySlot> slots) {
    slots.forEach(
        slot ->
            fixture.publish(
                Topic.ACTIVITIES,
                RecordKeys.of(slot.workspaceId(), slot.userId()),
                TopicSerdes.ACTIVITIES.codec().write(slot),
                Map.of()));
  }

  private void awaitApplied() {
    ProjectorFixture.await(
        () -> fixture.sql.fetchValue("select to_regclass('read.activity_slot')") != null);
    try (CatchUp log =
        new CatchUp(
            BatchConsumers.reader(fixture.platform.kafkaClients(), "timeledger-catch-up"),
            ActivityApplier.TOPICS,
            new ActivityApplier(new ActivityTables(fixture.database)))) {
      log.toEnd(_ -> {});
    }
  }

  private void assertNothingDiffers(String one, String other) {
    assertThat(fixture.sql.fetch("(%s) except all (%s)".formatted(one, other))).isEmpty();
    assertThat(fixture.sql.fetch("(%s) except all (%s)".formatted(other, one))).isEmpty();
  }
}
