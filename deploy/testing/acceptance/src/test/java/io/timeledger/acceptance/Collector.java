package io.timeledger.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes traces in by OpenTelemetry's protocol over HTTP.
final class Collector implements AutoCloseable {
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  /// A span, as far as it matters here.
  ///
  /// @param parent id of the span that caused it
  record Told(String service, String name, String trace, String id, String parent) {}

  Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Told> of(String trace) {
    return told.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange exchange) {
    try (exchange) {
      ExportTraceServiceRequest request =
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      for (ResourceSpans resource : request.getResourceSpansList()) {
        String service = service(resource);
        resource.getScopeSpansList().stream()
            .flatMap(scope -> scope.getSpansList().stream())
            .forEach(span -> told.add(told(service, span)));
      }
      exchange.sendResponseHeaders(200, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Told told(String service, Span span) {
    HexFormat hex = HexFormat.of();
    return new Told(
        service,
        span.getName(),
        hex.formatHex(span.getTraceId().toByteArray()),
        hex.formatHex(span.getSpanId().toByteArray()),
        hex.formatHex(span.getParentSpanId().toByteArray()));
  }

  private static String service(ResourceSpans resource) {
    return resource.getResource().getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(KeyValue::getValue)
        .map(text -> text.getStringValue())
        .findAny()
        .orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
