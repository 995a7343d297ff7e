package io.timeledger.twin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// Serves calls on loopback, each on a virtual thread.
public final class TwinServer implements AutoCloseable {
  private static final Logger log = System.getLogger(TwinServer.class.getName());
  private static final int MAX_BODY = 1 << 20;

  private final HttpServer server;
  private final CallHandler handler;

  private TwinServer(HttpServer server, CallHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  /// @param port 0 picks a free one
  public static TwinServer start(int port, CallHandler handler) {
    // Without it an answer in two packets waits for the caller's delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      HttpServer http = HttpServer.create(address, 1024);
      TwinServer server = new TwinServer(http, handler);
      http.createContext("/", server::serve);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("listen on 127.0.0.1:" + port, e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    byte[] body = body(exchange);
    if (body.length > MAX_BODY) {
      return HttpAnswer.empty(413);
    }
    try {
      return handler.handle(call(exchange, new String(body, UTF_8)));
    } catch (RefusedException e) {
      return e.answer();
    } catch (IllegalArgumentException e) {
      log.log(Logger.Level.DEBUG, "event=bad_request", e);
      return HttpAnswer.json(
          400, Trees.object().put("error", Optional.ofNullable(e.getMessage()).orElse("bad")));
    } catch (RuntimeException e) {
      log.log(Logger.Level.WARNING, "event=call_failed path=" + exchange.getRequestURI(), e);
      return HttpAnswer.json(500, Trees.object().put("error", "the twin failed"));
    }
  }

  /// Google's clients compress what they send.
  private static byte[] body(HttpExchange exchange) throws IOException {
    String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
    InputStream sent = exchange.getRequestBody();
    return ("gzip".equals(encoding) ? new GZIPInputStream(sent) : sent).readNBytes(MAX_BODY + 1);
  }

  private Call call(HttpExchange exchange, String body) {
    URI uri = exchange.getRequestURI();
    String host =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
            .orElse("127.0.0.1:" + port());
    return new Call(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Parameters.parse(uri.getRawQuery()),
        exchange.getRequestHeaders(),
        body,
        "http://" + host,
        Map.of());
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(UTF_8);
    int length = body.length;
    if (answer.cut()) {
      exchange.sendResponseHeaders(answer.status(), length * 2L);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      return;
    }
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
