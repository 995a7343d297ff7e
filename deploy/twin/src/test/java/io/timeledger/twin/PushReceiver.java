package io.timeledger.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.timeledger.twin.http.Parameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Where notifications go; echoes validation tokens.
final class PushReceiver implements AutoCloseable {
  record Received(Headers headers, String body) {
    String header(String name) {
      return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }
  }

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final boolean echoes;

  PushReceiver(boolean echoes) throws IOException {
    this.echoes = echoes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/push";
  }

  Received next() throws InterruptedException {
    return Optional.ofNullable(received.poll(10, TimeUnit.SECONDS)).orElseThrow();
  }

  int waiting() {
    return received.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Optional<String> token =
          Parameters.parse(exchange.getRequestURI().getRawQuery()).first("validationToken");
      if (token.isEmpty()) {
        received.add(new Received(exchange.getRequestHeaders(), body));
        exchange.sendResponseHeaders(202, -1);
        return;
      }
      byte[] answer = (echoes ? token.get() : "no").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
