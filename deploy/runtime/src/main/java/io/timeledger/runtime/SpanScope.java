package io.timeledger.runtime;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// A piece of work in a trace, of the thread that began it. Its log lines carry `trace_id`. Closing
/// it ends it.
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

  /// What is to be passed on to whatever it causes.
  public Trace trace() {
    return trace;
  }

  /// Tells something of it. Never a secret, an address or a name.
  ///
  /// @param key as the semantic conventions of OpenTelemetry have it, where they do
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

  /// Names it once more is known than when it began: by its kind, not by what it is about.
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
