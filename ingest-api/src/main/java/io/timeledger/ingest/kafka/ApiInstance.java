package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/// The process id for routing replies; new at every start.
@Component
final class ApiInstance {
  private final byte[] name = ("api_" + UUID.randomUUID()).getBytes(UTF_8);

  byte[] name() {
    return name.clone();
  }

  boolean isNamedBy(Header header) {
    return Arrays.equals(name, header.value());
  }
}
