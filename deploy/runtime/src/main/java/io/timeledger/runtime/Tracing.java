package io.timeledger.runtime;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Exports spans to an OpenTelemetry collector, if one is configured; otherwise traces are only
/// propagated. Thread-safe.
public final class Tracing {
  private final @Nullable Tracer tracer;

  private Tracing(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  /// Exports nothing.
  public static Tracing none() {
    return new Tracing(null);
  }

  static Tracing by(Tracer tracer) {
    return new Tracing(tracer);
  }

  /// Starts a span for a request.
  ///
  /// @param cause from the request; empty begins a new trace
  public SpanScope serving(String name, Optional<Trace> cause) {
    return begin(SpanKind.SERVER, name, cause);
  }

  /// Starts a span for a consumed record.
  public SpanScope consuming(String name, Optional<Trace> cause) {
    return begin(SpanKind.CONSUMER, name, cause);
  }

  /// Starts a span for an outgoing call.
  public SpanScope calling(String name, Optional<Trace> cause) {
    return begin(SpanKind.CLIENT, name, cause);
  }

  /// Exports the span of a record that was handled in a batch.
  public void consumed(String name, Trace cause, Instant from, Instant to) {
    if (tracer != null) {
      tracer
          .spanBuilder(name)
          .setSpanKind(SpanKind.CONSUMER)
          .setParent(Spans.causedBy(cause))
          .setStartTimestamp(from)
          .startSpan()
          .end(to);
    }
  }

  /// Whether spans are exported.
  public boolean isExported() {
    return tracer != null;
  }

  private SpanScope begin(SpanKind kind, String name, Optional<Trace> cause) {
    if (tracer == null) {
      return SpanScope.notExported(cause.map(Trace::next).orElseGet(Trace::begin));
    }
    SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind);
    span.setParent(cause.map(Spans::causedBy).orElseGet(Context::root));
    return SpanScope.of(span.startSpan());
  }
}
