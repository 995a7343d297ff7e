package io.timeledger.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// A position in a trace (W3C Trace Context, version 00): one id that follows a command from the
/// request over the log to all its effects.
///
/// @param traceId 32 lower-case hexadecimal digits, not all zero
/// @param spanId of the parent: 16 lower-case hexadecimal digits, not all zero
/// @param flags two hexadecimal digits, propagated unchanged
public record Trace(String traceId, String spanId, String flags) {
  /// The header's name, in HTTP requests and Kafka records.
  public static final String HEADER = "traceparent";

  private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();
  private static final String MDC_KEY = "trace_id";
  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

  /// Empty when it is missing or malformed; a malformed header does not fail the request.
  public static Optional<Trace> parse(@Nullable String traceparent) {
    Matcher parts = FORM.matcher(traceparent == null ? "" : traceparent);
    return parts.matches()
        ? Optional.of(new Trace(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /// As [#parse(String)], for the bytes of a record header.
  public static Optional<Trace> parse(byte @Nullable [] traceparent) {
    return parse(traceparent == null ? null : new String(traceparent, US_ASCII));
  }

  /// The current thread's trace, else a new one.
  public static Trace current() {
    Trace current = CURRENT.get();
    return current == null ? begin() : current;
  }

  /// A new trace, not sampled.
  public static Trace begin() {
    return new Trace(random(16), random(8), "00");
  }

  /// A child position in the same trace.
  public Trace next() {
    return new Trace(traceId, random(8), flags);
  }

  /// The header's value.
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  /// Makes it the current thread's trace, with `trace_id` on every log line, until the scope is
  /// closed.
  public Scope open() {
    CURRENT.set(this);
    MDC.put(MDC_KEY, traceId);
    return () -> {
      CURRENT.remove();
      MDC.remove(MDC_KEY);
    };
  }

  /// Must be closed by the thread that opened it.
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    bytes[0] |= 1; // never all zero
    return HexFormat.of().formatHex(bytes);
  }
}
