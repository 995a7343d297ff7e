package io.timeledger.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// A span of the current thread, whose log lines carry `trace_id`. Closing the scope ends the span.
public final class SpanScope implements AutoCloseable {
  private final Trace trace;
  private final @Nullable Span span;
  private final Trace.Scope scope;

  private SpanScope(Trace trace, @Nullable Span span) {
    this.trace = trace;
    this.span = span;
    this.scope = trace.open();
  }

  /// A span that is not exported.
  static SpanScope notExported(Trace place) {
    return new SpanScope(place, null);
  }

  static SpanScope of(Span span) {
    return new SpanScope(Spans.place(span.getSpanContext()), span);
  }

  /// The trace context to propagate.
  public Trace trace() {
    return trace;
  }

  /// Adds an attribute. Never a secret, an address or a name.
  ///
  /// @param key by OpenTelemetry's semantic conventions, where they define one
  public SpanScope with(String key, String value) {
    if (span != null) {
      span.setAttribute(key, value);
    }
    return this;
  }

  public SpanScope with(String key, long value) {
    if (span != null) {
      span.setAttribute(key, value);
    }
    return this;
  }

  /// Renames the span once more is known: by kind of work, not by its subject.
  public SpanScope named(String name) {
    if (span != null) {
      span.updateName(name);
    }
    return this;
  }

  public void failed() {
    if (span != null) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  @Override
  public void close() {
    scope.close();
    if (span != null) {
      span.end();
    }
  }
}
