package io.timeledger.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/// Places in traces as OpenTelemetry has them.
final class Spans {
  private Spans() {}

  static Trace place(SpanContext context) {
    return new Trace(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  /// In which a span's parent is this place in another process.
  static Context causedBy(Trace cause) {
    SpanContext parent =
        SpanContext.createFromRemoteParent(
            cause.traceId(),
            cause.spanId(),
            TraceFlags.fromHex(cause.flags(), 0),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(parent));
  }
}
