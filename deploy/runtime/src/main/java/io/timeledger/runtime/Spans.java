package io.timeledger.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/// Converts traces to OpenTelemetry contexts.
final class Spans {
  private Spans() {}

  static Trace place(SpanContext context) {
    return new Trace(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  /// A context with this remote parent span.
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
