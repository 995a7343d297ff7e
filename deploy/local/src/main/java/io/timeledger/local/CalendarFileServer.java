package io.timeledger.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Executors;

/// Serves the calendar file of the data folder on this machine, as a calendar program would publish
/// it. The first start writes a sample; edits of the file show by the next round.
final class CalendarFileServer implements AutoCloseable {
  private static final String PATH = "/calendar.ics";

  private final HttpServer server;

  private CalendarFileServer(HttpServer server) {
    this.server = server;
  }

  static CalendarFileServer start(DataFolder data) {
    try {
      Path file = data.calendar();
      if (!Files.exists(file)) {
        Files.writeString(file, SampleCalendar.around(LocalDate.now(SampleCalendar.ZONE)));
      }
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
              new RememberedPorts(data.ports()).calendarFile());
      HttpServer server = HttpServer.create(address, 0);
      server.createContext(PATH, exchange -> answer(exchange, file));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new CalendarFileServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException("serve the calendar", e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
  }

  private static void answer(HttpExchange exchange, Path file) throws IOException {
    try (exchange) {
      if (!Files.isReadable(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] content = Files.readAllBytes(file);
      exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
