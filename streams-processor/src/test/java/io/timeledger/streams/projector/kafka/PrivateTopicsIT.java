package io.timeledger.streams.projector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.RequestOrigin;
import io.timeledger.streams.projector.postgres.PrivateTables;
import io.timeledger.streams.rollup.RandomWork;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTopicsIT {
  private static final Instant DECIDED = Instant.parse("2026-04-29T10:23:00Z");

  private ProjectorFixture fixture;
  private PositionedConsumer events;
  private PositionedConsumer projector;
  private RandomWork work;
  private int published;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new ProjectorFixture(folder);
    events = fixture.projector();
    projector = fixture.privateProjector();
    work = new RandomWork("ws_1", 1).steps(1);
    fixture.publish(work.history().events());
    published = work.history().events().size();
    events.start();
    projector.start();
    fixture.awaitShown(work.history());
  }

  @AfterEach
  void close() {
    projector.stop();
    events.stop();
    fixture.close();
  }

  @Test
  void joinsNamesToMembersUntilTheyAreErased() {
    fixture.publish(
        Topic.MEMBERS, "ws_1/u_boss", TopicSerdes.MEMBERS.codec().write(profile()), Map.of());
    awaitValue("select name || email from read.member where id = 'u_boss'", "Adaada@example.org");
    assertThat(
            fixture.sql.fetchValue(
                "select member_name from reporting.members where user_id = 'u_boss'"))
        .isEqualTo("Ada");

    fixture.publish(Topic.MEMBERS, "ws_1/u_boss", null, Map.of());
    awaitValue("select count(*) from projector.member_profile", 0L);
    assertThat(fixture.sql.fetchValue("select name from read.member where id = 'u_boss'")).isNull();
  }

  @Test
  void joinsRequestsToTheAuditOfTheirEventsAlone() {
    work.steps(10);
    fixture.publish(work.history().events().subList(published, work.history().events().size()));
    fixture.awaitShown(work.history());
    publishRequestBehind(2, 4);
    awaitValue(
        "select array_agg(sequence order by sequence)::text from read.audit"
            + " where ip_address || ' ' || user_agent = '192.0.2.7 curl/8'",
        "{2,3,4}");
  }

  @Test
  void forgetsWhereTheRequestsOfAnErasedMemberCameFrom() {
    publishRequestBehind(1, 1);
    awaitValue("select ip_address from read.audit where sequence = 1", "192.0.2.7");
    int known = work.history().events().size();

    Member boss = (Member) work.history().events().get(1).data();
    work.history().append(EventType.MEMBER_ERASED, boss, _ -> boss);
    fixture.publish(work.history().events().subList(known, known + 1));
    fixture.awaitShown(work.history());

    assertThat(fixture.sql.fetchValue("select ip_address from read.audit where sequence = 1"))
        .isNull();
    // The topic may be read again, and bring back what was forgotten.
    publishRequestBehind(2, 3);
    awaitValue("select count(*) from projector.request_info", 2L);
    assertThat(fixture.sql.fetchValue("select ip_address from reporting.audit where sequence = 2"))
        .isNull();
    new PrivateTables(fixture.database).prune(DECIDED);
    assertThat(fixture.sql.fetchValue("select count(*) from projector.request_info")).isEqualTo(0L);
  }

  @Test
  void keepsOutcomesForThreeDays() {
    // Twice the same, as after a restart, and then another: once that is in, both copies are.
    for (String command : List.of("cmd_1", "cmd_1", "cmd_2")) {
      fixture.publish(
          Topic.REPLIES,
          "ws_1",
          TopicSerdes.REPLIES.codec().write(refused(command)),
          Map.of(HeaderNames.COMMAND_ID, command));
    }
    awaitValue(
        "select reply->'problem'->>'code' from read.command_outcome where command_id = 'cmd_2'",
        "entry_overlaps");

    PrivateTables tables = new PrivateTables(fixture.database);
    tables.prune(DECIDED.plus(Duration.ofDays(3)));
    assertThat(fixture.sql.fetchValue("select count(*) from read.command_outcome")).isEqualTo(2L);
    tables.prune(DECIDED.plus(Duration.ofDays(3)).plusSeconds(1));
    assertThat(fixture.sql.fetchValue("select count(*) from read.command_outcome")).isEqualTo(0L);
  }

  private void publishRequestBehind(long first, long last) {
    RequestOrigin origin =
        new RequestOrigin(new WorkspaceId("ws_1"), first, last, "192.0.2.7", "curl/8");
    fixture.publish(
        Topic.REQUEST_INFO, "ws_1", TopicSerdes.REQUEST_INFO.codec().write(origin), Map.of());
  }

  private void awaitValue(String query, Object expected) {
    ProjectorFixture.await(() -> expected.equals(fixture.sql.fetchValue(query)));
  }

  private static Reply refused(String command) {
    return new Reply(
        command,
        new WorkspaceId("ws_1"),
        new UserId("u_boss"),
        "hash",
        DECIDED,
        0,
        List.of(),
        Problem.of(ErrorCode.ENTRY_OVERLAPS, "overlaps"));
  }

  private static MemberProfile profile() {
    return new MemberProfile(
        new WorkspaceId("ws_1"),
        new UserId("u_boss"),
        "Ada",
        "ada@example.org",
        Role.OWNER,
        ZoneId.of("UTC"),
        List.of("core"),
        true,
        null,
        1);
  }
}
