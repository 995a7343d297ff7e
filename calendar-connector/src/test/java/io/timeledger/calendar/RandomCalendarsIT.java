package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.TwinMember;
import io.timeledger.calendar.testkit.TwinSignIn;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import io.timeledger.twin.script.ExpectedBlocks;
import io.timeledger.twin.script.RandomChanges;
import io.timeledger.twin.script.TwinControl;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Whatever happens to calendars at Google and Microsoft, to tokens, to the database and to the
/// connector: at rest, blocks are what the provider twin says. Members change meetings at random;
/// `-Dsteps=10000 -Dseed=7` makes it longer and other changes.
class RandomCalendarsIT {
  private static final int STEPS = Integer.getInteger("steps", 240);
  private static final long SEED = Long.getLong("seed", 1);
  private static final int MEMBERS = 4;
  private static final int BETWEEN_RESTS = 24;
  private static final int PAGE = 7;
  private static final int MEETINGS = 20;
  private static final List<String> ZONES =
      List.of("Europe/Vienna", "America/Los_Angeles", "Pacific/Auckland");

  private final Random random = new Random(SEED);
  private final List<String> history = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private CalendarPlatform platform;
  private ProviderTwin twin;
  private ConfigurableApplicationContext connector;

  @BeforeEach
  void start(@TempDir Path folder) {
    twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()).pages(PAGE));
    platform = new CalendarPlatform(folder);
    connector = startConnector();
  }

  @AfterEach
  void stop() {
    platform.close();
    twin.close();
  }

  @Test
  void showsWhatTheProvidersSayWhateverHappens() {
    TwinControl control = new TwinControl(twin.url());
    List<TwinMember> members = new ArrayList<>();
    List<RandomChanges> changes = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      TwinMember member = TwinMember.connect(platform, control);
      members.add(member);
      RandomChanges script = new RandomChanges(control, member.accounts(), SEED * 31 + i);
      script.fill(MEETINGS);
      changes.add(script);
    }
    requireRest(members, 0);
    for (int step = 1; step <= STEPS; step++) {
      int who = random.nextInt(MEMBERS);
      note(changes.get(who).next());
      harm(members.get(who));
      if (step % BETWEEN_RESTS == 0) {
        requireRest(members, step);
      }
    }
    requireRest(members, STEPS);
    System.out.println("event=random_calendars seed=" + SEED + " steps=" + STEPS + " " + counts);
  }

  private void harm(TwinMember member) {
    int dice = random.nextInt(200);
    if (dice < 4) {
      String zone = ZONES.get(random.nextInt(ZONES.size()));
      note("move to " + zone);
      platform.ledger().member(member.workspace(), zone);
    } else if (dice < 8) {
      note("cut connections to the database");
      platform
          .sql()
          .execute(
              "select pg_terminate_backend(pid) from pg_stat_activity where usename = {0}",
              DSL.val(DatabaseRole.CALENDAR_CONNECTOR.roleName()));
      endLeases();
    } else if (dice < 10) {
      note("end leases");
      endLeases();
    } else if (dice == 10) {
      note("restart the connector");
      connector.close();
      connector = startConnector();
    }
  }

  /// As if they had run out: rounds under way are fenced off.
  private void endLeases() {
    platform
        .sql()
        .execute("update calendar.lane set lease_token = null where lease_token is not null");
  }

  private void note(String change) {
    history.add(change);
    counts.merge(change.substring(0, change.indexOf(' ')), 1, Integer::sum);
  }

  private void requireRest(List<TwinMember> members, int step) {
    for (TwinMember member : members) {
      try {
        CalendarPlatform.until(() -> member.blocks().equals(member.expected()));
      } catch (ConditionTimeoutException _) {
        assertThat(ExpectedBlocks.difference(member.blocks(), member.expected()))
            .as(
                "%s, seed %d, step %d, after%n%s%ncalls: %s",
                member.accounts(), SEED, step, lately(member), member.lastCalls())
            .isEmpty();
      }
      CalendarPlatform.until(() -> published(member).equals(stored(member)));
    }
  }

  /// The last changes that can concern the member.
  private String lately(TwinMember member) {
    String address = member.accounts().getFirst().address();
    List<String> changes =
        history.stream()
            .filter(change -> change.contains(address) || !change.contains("@"))
            .toList();
    return String.join("\n", changes.subList(Math.max(0, changes.size() - 20), changes.size()));
  }

  /// Versions of the blocks on the public topic.
  private Map<String, Integer> published(TwinMember member) {
    Map<String, Integer> versions = new HashMap<>();
    platform
        .state(Topic.CALENDAR_BLOCKS, member.workspace())
        .values()
        .forEach(
            value -> {
              BlockRecord block = TopicSerdes.CALENDAR_BLOCKS.codec().read(value);
              versions.put(block.id().value(), block.version());
            });
    return versions;
  }

  private Map<String, Integer> stored(TwinMember member) {
    Map<String, Integer> versions = new HashMap<>();
    platform
        .blocks(member.workspace())
        .forEach(
            row -> versions.put(CalendarPlatform.text(row, "id"), (Integer) row.get("version")));
    return versions;
  }

  private ConfigurableApplicationContext startConnector() {
    return platform.startAs(
        "one",
        Stream.concat(
                Stream.of(new TwinSignIn(twin.url()).settings()),
                Stream.of("--timeledger.calendar.poll=1s"))
            .toArray(String[]::new));
  }
}
