package io.timeledger.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final Duration CYCLES = Duration.ofSeconds(10);
  private final Generator generator = new Generator(() -> {});

  /// A request that is due x seconds into the stall waits 1 - x: one in five waits, evenly from 0
  /// to 1,000 ms. A generator that waits for answers would send none meanwhile and see 1 percent.
  @Test
  void seesTheStallsThatArithmeticSaysThereAre() throws Exception {
    try (StallingServer server = new StallingServer();
        HttpPost http = new HttpPost()) {
      LoadRound round =
          generator.open(
              Arrivals.even(200),
              CYCLES,
              _ ->
                  http.send(server.uri(), "none", "none", "x").statusCode() == 204
                      ? LoadResponse.of(List.of())
                      : LoadResponse.REFUSED);
      assertThat(round.accepted()).isBetween(1_998L, 2_000L);
      assertThat(round.failed()).isZero();
      assertThat(round.percentile(50)).isLessThan(50);
      assertThat(round.percentile(90)).isCloseTo(500, within(100.0));
      assertThat(round.percentile(95)).isCloseTo(750, within(100.0));
      assertThat(round.percentile(99)).isCloseTo(950, within(100.0));
      assertThat(round.micros().getMean() / 1e3).isCloseTo(100, within(50.0));
    }
  }

  @Test
  void closedLoopHidesThem() throws Exception {
    try (StallingServer server = new StallingServer();
        HttpPost http = new HttpPost()) {
      LoadRound round =
          generator.closed(
              2,
              Duration.ofSeconds(6),
              _ -> {
                http.send(server.uri(), "none", "none", "x");
                LockSupport.parkNanos(1_000_000);
                return LoadResponse.of(List.of());
              });
      assertThat(round.percentile(90)).isLessThan(100);
    }
  }

  @Test
  void countsWhatFailsAndKeepsTheIdsOfTheRest() {
    LoadRound round =
        generator.open(
            Arrivals.poisson(1_000, 1),
            Duration.ofMillis(200),
            number -> {
              if (number % 2 == 1) {
                throw new IllegalStateException("no answer");
              }
              return LoadResponse.of(List.of("id" + number));
            });
    assertThat(round.accepted() + round.failed()).isBetween(100L, 300L);
    assertThat(round.ids())
        .hasSize((int) round.accepted())
        .doesNotHaveDuplicates()
        .contains("id0")
        .areNot(new Condition<>("id1"::equals, "refused"));
  }

  @Test
  void firesEachRequestOnce() {
    AtomicInteger fired = new AtomicInteger();
    LoadRound round =
        generator.closed(
            3,
            Duration.ofMillis(50),
            number -> LoadResponse.of(List.of("" + fired.getAndIncrement())));
    assertThat(round.accepted()).isEqualTo(fired.get()).isPositive();
    assertThat(round.ids()).doesNotHaveDuplicates();
  }
}
