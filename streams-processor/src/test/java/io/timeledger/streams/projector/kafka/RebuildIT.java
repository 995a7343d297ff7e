package io.timeledger.streams.projector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.streams.projector.postgres.Projections;
import io.timeledger.streams.rollup.RandomWork;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildIT {
  private ProjectorFixture fixture;
  private PositionedConsumer projector;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new ProjectorFixture(folder);
    projector = fixture.projector();
  }

  @AfterEach
  void close() {
    projector.stop();
    fixture.close();
  }

  @Test
  void givesEqualTablesAndDropsTheOldOnes() {
    RandomWork work = published("ws_1", 1);
    projector.start();
    fixture.awaitShown(work.history());
    fixture.copy("projection_1", "before");
    long shown = fixture.progress("ws_1");

    rebuild();

    fixture.assertEqual("before", "projection_2");
    assertThat(projections()).containsExactly("projection_2");
    assertThat(fixture.progress("ws_1")).isEqualTo(shown);
  }

  @Test
  void leavesARunningProjectorToGoOn() {
    RandomWork work = published("ws_1", 2);
    projector.start();
    fixture.awaitShown(work.history());
    for (int round = 0; round < 3; round++) {
      rebuild();
      List<Event> events = work.history().events();
      List<Event> all = work.steps(30).history().events();
      fixture.publish(all.subList(events.size(), all.size()));
      fixture.awaitShown(work.history());
    }
    projector.stop();
    fixture.copy("projection_4", "before");
    rebuild();
    fixture.assertEqual("before", "projection_5");
  }

  @Test
  void missesNothingThatIsWrittenMeanwhile() throws InterruptedException {
    RandomWork work = published("ws_1", 3);
    projector.start();
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 40; i++) {
                    int before = work.history().events().size();
                    List<Event> all = work.steps(20).history().events();
                    fixture.publish(all.subList(before, all.size()));
                  }
                });
    for (int round = 0; round < 3; round++) {
      rebuild();
    }
    writer.join();
    fixture.awaitShown(work.history());
    projector.stop();
    String live = projections().getFirst();
    fixture.copy(live, "before");
    rebuild();
    fixture.assertEqual("before", projections().getFirst());
  }

  @Test
  void bringsEverythingBackAfterAllSchemasWereDropped() {
    RandomWork work = published("ws_1", 4);
    fixture.publish(
        Topic.MEMBERS,
        "ws_1/u_boss",
        TopicSerdes.MEMBERS.codec().write(profile("Ada", "ada@example.org")),
        Map.of());
    projector.start();
    fixture.awaitShown(work.history());
    projector.stop();
    fixture.copy("projection_1", "before");

    for (String schema : List.of("projection_1", "projector", "read", "reporting")) {
      fixture.sql.execute("drop schema " + schema + " cascade");
    }
    rebuild();

    fixture.assertEqual("before", projections().getFirst());
    assertThat(fixture.sql.fetchValue("select name from read.member where id = 'u_boss'"))
        .isEqualTo("Ada");
    assertThat(fixture.sql.fetchValue("select count(*) from reporting.time_entries"))
        .isNotEqualTo(0L);
  }

  @Test
  void letsARunningProjectorRecoverFromADroppedSchema() {
    RandomWork work = published("ws_1", 5);
    projector.start();
    fixture.awaitShown(work.history());
    fixture.copy("projection_1", "before");

    fixture.sql.execute("drop schema projection_1 cascade");
    rebuild();
    List<Event> events = work.history().events();
    List<Event> all = work.steps(30).history().events();
    fixture.publish(all.subList(events.size(), all.size()));
    fixture.awaitShown(work.history());

    projector.stop();
    String live = projections().getFirst();
    fixture.copy(live, "after");
    rebuild();
    fixture.assertEqual("after", projections().getFirst());
  }

  @Test
  void removesWhatAnInterruptedRebuildLeft() {
    RandomWork work = published("ws_1", 6);
    projector.start();
    fixture.awaitShown(work.history());
    new Projections(fixture.database).createNext();

    rebuild();

    assertThat(projections()).containsExactly("projection_3");
  }

  @Test
  void keepsRightsAndViewsThatOthersPutOnReporting() throws SQLException {
    RandomWork work = published("ws_1", 7);
    projector.start();
    fixture.awaitShown(work.history());
    fixture.asAdministrator(
        "create view public.mine as select * from reporting.rollups;"
            + " grant select on public.mine to timeledger_streams_processor");

    rebuild();

    assertThat(fixture.sql.fetchValue("select count(*) from public.mine"))
        .isEqualTo(fixture.sql.fetchValue("select count(*) from projection_2.rollup"));
  }

  private RandomWork published(String workspace, long seed) {
    RandomWork work = new RandomWork(workspace, seed).steps(200);
    fixture.publish(work.history().events());
    return work;
  }

  private static MemberProfile profile(String name, String email) {
    return new MemberProfile(
        new WorkspaceId("ws_1"),
        new UserId("u_boss"),
        name,
        email,
        Role.OWNER,
        ZoneId.of("UTC"),
        List.of(),
        true,
        null,
        1);
  }

  private void rebuild() {
    int live = fixture.rebuild();
    assertThat(projections()).contains("projection_" + live);
  }

  private List<String> projections() {
    return fixture
        .sql
        .fetch(
            "select nspname::text from pg_namespace where nspname ~ '^projection_' order by nspname")
        .getValues(0, String.class);
  }
}
