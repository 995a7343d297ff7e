package io.timeledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {
  private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void readsAndWritesTheHeader() {
    assertThat(Trace.parse(GIVEN).orElseThrow().traceparent()).isEqualTo(GIVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
      })
  void readsNothingElse(String malformed) {
    assertThat(Trace.parse(malformed)).isEmpty();
  }

  @Test
  void staysTheSameTraceInItsNextStep() {
    Trace given = Trace.parse(GIVEN).orElseThrow();
    Trace next = given.next();

    assertThat(next.traceId()).isEqualTo(given.traceId());
    assertThat(next.spanId()).isNotEqualTo(given.spanId());
    assertThat(Trace.parse(next.traceparent())).contains(next);
  }

  @Test
  void beginsWithAnotherIdEachTime() {
    assertThat(Trace.parse(Trace.begin().traceparent())).isPresent();
    assertThat(Trace.begin().traceId()).isNotEqualTo(Trace.begin().traceId());
  }

  @Test
  void isOnLogLinesAsLongAsItIsOpen() {
    try (Trace.Scope _ = Trace.parse(GIVEN).orElseThrow().open()) {
      assertThat(Trace.current().traceparent()).isEqualTo(GIVEN);
      assertThat(MDC.get("trace_id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
    assertThat(MDC.get("trace_id")).isNull();
    assertThat(Trace.current().traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }
}
