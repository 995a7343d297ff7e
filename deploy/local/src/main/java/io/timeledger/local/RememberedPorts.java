package io.timeledger.local;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.embedded.PortInUseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The ports of Kafka and PostgreSQL, the same at every start as long as they are free. The
/// standard 9092 and 5432 are left to other installations on the machine.
final class RememberedPorts {
  private static final int TRIES = 100;
  private static final Duration RELEASE_LIMIT = Duration.ofSeconds(5);
  private static final Duration RELEASE_PAUSE = Duration.ofMillis(100);

  private final KeyValueFile file;
  private final IntPredicate free;
  private final Duration releaseLimit;

  RememberedPorts(Path path) {
    this(path, RememberedPorts::isFree, RELEASE_LIMIT);
  }

  RememberedPorts(Path path, IntPredicate free, Duration releaseLimit) {
    file = new KeyValueFile(path);
    this.free = free;
    this.releaseLimit = releaseLimit;
  }

  int kafka() {
    return port("kafka", 19092);
  }

  int calendarFile() {
    return port("calendar-file", 18088);
  }

  int calendarTwin() {
    return port("calendar-twin", 18090);
  }

  int postgres() {
    return port("postgres", 15432);
  }

  private int port(String name, int preferred) {
    Optional<Integer> remembered = file.get(name).map(Integer::valueOf);
    if (remembered.isPresent() && isReleased(remembered.get())) {
      return remembered.get();
    }
    int first = remembered.orElse(preferred);
    int port =
        IntStream.range(first, first + TRIES)
            .filter(free)
            .findFirst()
            .orElseGet(LoopbackPort::free);
    file.put(name, Integer.toString(port));
    return port;
  }

  // the system may still be closing the sockets of a platform that was killed a moment ago
  private boolean isReleased(int port) {
    long start = System.nanoTime();
    while (!free.test(port)) {
      if (System.nanoTime() - start >= releaseLimit.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(RELEASE_PAUSE.toNanos());
    }
    return true;
  }

  private static boolean isFree(int port) {
    try {
      return LoopbackPort.require(port, "a server of the platform") == port;
    } catch (PortInUseException e) {
      return false;
    }
  }
}
