package io.timeledger.runtime;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a collector of OpenTelemetry what was done for a trace, when there is one; else traces are
/// only passed on. Threads may share it.
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

  /// Begins to answer a request.
  ///
  /// @param cause what the request says; a new trace begins without
  public SpanScope serving(String name, Optional<Trace> cause) {
    return begin(SpanKind.SERVER, name, cause);
  }

  /// Begins to do what a record of the log asks for.
  public SpanScope consuming(String name, Optional<Trace> cause) {
    return begin(SpanKind.CONSUMER, name, cause);
  }

  /// Begins to call somebody.
  public SpanScope calling(String name, Optional<Trace> cause) {
    return begin(SpanKind.CLIENT, name, cause);
  }

  /// Tells of records that were handled together with others: for each, when that began and ended.
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

  /// Whether spans go anywhere.
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
