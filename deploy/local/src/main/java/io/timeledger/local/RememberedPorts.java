package io.timeledger.local;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.embedded.PortInUseException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// The ports of Kafka and PostgreSQL, the same at every start as long as they are free. The
/// standard 9092 and 5432 are left to other installations on the machine.
final class RememberedPorts {
  private static final int TRIES = 100;

  private final KeyValueFile file;

  RememberedPorts(Path path) {
    file = new KeyValueFile(path);
  }

  int kafka() {
    return port("kafka", 19092);
  }

  int postgres() {
    return port("postgres", 15432);
  }

  private int port(String name, int preferred) {
    var first = file.get(name).map(Integer::valueOf).orElse(preferred);
    var port =
        IntStream.range(first, first + TRIES)
            .filter(it -> isFree(name, it))
            .findFirst()
            .orElseGet(LoopbackPort::free);
    file.put(name, Integer.toString(port));
    return port;
  }

  private static boolean isFree(String name, int port) {
    try {
      return LoopbackPort.require(port, name) == port;
    } catch (PortInUseException e) {
      return false;
    }
  }
}
