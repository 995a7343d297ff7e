package io.timeledger.local.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Answers an import as the platform does: one line per row, written while the file still comes in.
/// A row that says `bad` fails, one that says `late` is not decided in time, and one that says
/// `corrected` takes the place of another.
final class RowServer implements AutoCloseable {
  final Queue<URI> requests = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  RowServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/v1/imports", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI());
    if (!"Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      String body = "{\"error\":{\"code\":\"unauthorized\",\"message\":\"No valid token\"}}";
      exchange.sendResponseHeaders(401, body.length());
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    int row = 1;
    int failed = 0;
    int late = 0;
    try (exchange;
        OutputStream out = exchange.getResponseBody();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        row++;
        failed += line.contains("bad") ? 1 : 0;
        late += line.contains("late") ? 1 : 0;
        out.write((result(row, line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      out.write(
          "{\"summary\":{\"rows\":%d,\"created\":%d,\"existing\":0,\"failed\":%d,\"pending\":%d}}\n"
              .formatted(row - 1, row - 1 - failed - late, failed, late)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String result(int row, String line) {
    if (line.contains("bad")) {
      return "{\"row\":%d,\"status\":\"failed\",\"code\":\"bad_row\",\"message\":\"It is bad\"}"
          .formatted(row);
    }
    if (line.contains("corrected")) {
      return "{\"row\":%d,\"status\":\"created\",\"client\":{\"id\":\"c_1\",\"name\":\"Acme\",\"status\":\"created\"},\"project\":{\"id\":\"p_1\",\"status\":\"created\"},\"warnings\":[{\"code\":\"same_times\",\"id\":\"te_8\"}],\"deleted\":[\"te_9\"]}"
          .formatted(row);
    }
    return "{\"row\":%d,\"status\":\"created\",\"id\":\"te_%d\"}".formatted(row, row);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
