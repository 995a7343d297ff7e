package io.timeledger.schemas.json;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.module.SimpleModule;

/// Value formats accepted from untrusted input, in bodies and URLs.
final class UntrustedInputModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  private UntrustedInputModule(String name) {
    super(name);
    addDeserializer(LocalDate.class, new DayDeserializer());
  }

  static UntrustedInputModule ofBodies() {
    UntrustedInputModule module = new UntrustedInputModule("bodies");
    module.addDeserializer(Instant.class, new TimestampDeserializer(false));
    module.addDeserializer(
        Integer.class,
        new WholeNumberDeserializer<>(
            Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n));
    module.addDeserializer(
        Long.class,
        new WholeNumberDeserializer<>(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, n -> n));
    return module;
  }

  static UntrustedInputModule ofQueries() {
    UntrustedInputModule module = new UntrustedInputModule("queries");
    module.addDeserializer(Instant.class, new TimestampDeserializer(true));
    return module;
  }
}
