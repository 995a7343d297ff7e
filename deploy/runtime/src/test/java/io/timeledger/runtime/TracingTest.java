package io.timeledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracingTest {
  private static final Trace SAMPLED =
      Trace.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").orElseThrow();
  private static final Trace NOT_SAMPLED = new Trace(SAMPLED.traceId(), SAMPLED.spanId(), "00");

  private final InMemorySpanExporter told = InMemorySpanExporter.create();
  private final Tracing tracing =
      Tracing.by(
          SdkTracerProvider.builder()
              .addSpanProcessor(SimpleSpanProcessor.create(told))
              .build()
              .get("test"));

  @Test
  void tellsWhatCausedTheWorkAndPassesItOnAsTheCauseOfWhatFollows() {
    Trace passedOn;
    try (SpanScope work = tracing.serving("POST", Optional.of(SAMPLED))) {
      work.named("POST /entries").with("http.response.status_code", 201);
      passedOn = Trace.current();
      assertThat(passedOn).isEqualTo(work.trace());
    }

    SpanData span = told.getFinishedSpanItems().getFirst();
    assertThat(span.getName()).isEqualTo("POST /entries");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getTraceId()).isEqualTo(SAMPLED.traceId());
    assertThat(span.getParentSpanId()).isEqualTo(SAMPLED.spanId());
    assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(201);
    assertThat(passedOn).isEqualTo(new Trace(span.getTraceId(), span.getSpanId(), SAMPLED.flags()));
  }

  @Test
  void tellsWhenRecordsWereHandledTogether() {
    Instant from = Instant.parse("2026-06-08T07:00:00Z");
    tracing.consumed("project", SAMPLED, from, from.plusMillis(7));

    SpanData span = told.getFinishedSpanItems().getFirst();
    assertThat(span.getParentSpanId()).isEqualTo(SAMPLED.spanId());
    assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(7_000_000);
  }

  @Test
  void tellsOfFailure() {
    try (SpanScope work = tracing.calling("POST webhook", Optional.empty())) {
      work.failed();
    }

    assertThat(told.getFinishedSpanItems().getFirst().getStatus()).isEqualTo(StatusData.error());
  }

  @Test
  void doesNotTellOfWhatTheCallerDoesNotSample() {
    try (SpanScope work = tracing.consuming("decide", Optional.of(NOT_SAMPLED))) {
      assertThat(work.trace().traceId()).isEqualTo(NOT_SAMPLED.traceId());
      assertThat(work.trace().flags()).isEqualTo("00");
    }
    tracing.consumed("project", NOT_SAMPLED, Instant.EPOCH, Instant.EPOCH);

    assertThat(told.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void goesOnInTheTraceWhenNobodyIsTold() {
    try (SpanScope work = Tracing.none().serving("GET", Optional.of(SAMPLED))) {
      work.with("key", "value").with("key", 1).named("name").failed();
      assertThat(work.trace().traceId()).isEqualTo(SAMPLED.traceId());
      assertThat(work.trace().spanId()).isNotEqualTo(SAMPLED.spanId());
      assertThat(Trace.current()).isEqualTo(work.trace());
    }
    assertThat(Trace.current().traceId()).isNotEqualTo(SAMPLED.traceId());
  }
}
