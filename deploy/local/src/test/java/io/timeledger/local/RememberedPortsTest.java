package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPortsTest {
  @TempDir private Path folder;

  @Test
  void isThePortOfTheFirstStartThoughALowerOneBecameFree() {
    assertThat(ports(port -> port >= 19094).kafka()).isEqualTo(19094);
    assertThat(ports(_ -> true).kafka()).isEqualTo(19094);
  }

  @Test
  void isKeptWhileTheSystemClosesTheSocketsOfAKilledPlatform() {
    ports(_ -> true).kafka();
    AtomicInteger asked = new AtomicInteger();
    assertThat(ports(_ -> asked.incrementAndGet() > 2).kafka()).isEqualTo(19092);
  }

  @Test
  void givesWayToAnotherServerAndRemembersThat() {
    ports(_ -> true).postgres();
    Set<Integer> taken = Set.of(15432, 15433);
    RememberedPorts moved =
        new RememberedPorts(file(), port -> !taken.contains(port), Duration.ZERO);
    assertThat(moved.postgres()).isEqualTo(15434);
    assertThat(ports(_ -> true).postgres()).isEqualTo(15434);
  }

  private RememberedPorts ports(IntPredicate free) {
    return new RememberedPorts(file(), free, Duration.ofSeconds(10));
  }

  private Path file() {
    return folder.resolve("ports");
  }
}
