package io.timeledger.ingest.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.timeledger.schemas.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// HTTP as no client library sends it: a character is a byte.
public final class RawHttp implements AutoCloseable {
  private final Socket socket;

  private RawHttp(Socket socket) {
    this.socket = socket;
  }

  public static RawHttp open(URI base) {
    try {
      Socket socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
      return new RawHttp(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One request on a connection of its own, closed after the answer.
  public static Reply send(URI base, String requestLine, String body, String... headers) {
    try (RawHttp http = open(base)) {
      http.write(head(requestLine, headers) + "Connection: close\r\n\r\n" + body);
      return http.reply();
    }
  }

  public static String head(String requestLine, String... headers) {
    StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
    Stream.of(headers).forEach(header -> head.append(header).append("\r\n"));
    return head.toString();
  }

  public void write(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that comes until the server closes.
  public Reply reply() {
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(all);
      return new Reply(all.toString(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends so little at a time, until something comes or the server closes.
  public Reply trickle(String bytes, Duration pause, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    StringBuilder answer = new StringBuilder();
    try {
      socket.setSoTimeout((int) pause.toMillis());
      while (System.nanoTime() < end) {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        try {
          int read = socket.getInputStream().read();
          while (read >= 0) {
            answer.append((char) read);
            read = socket.getInputStream().read();
          }
          return new Reply(answer.toString());
        } catch (SocketTimeoutException e) {
          // Nothing yet: a little more.
        }
      }
    } catch (IOException e) {
      return new Reply(answer.toString());
    }
    throw new AssertionError("still open: " + answer);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An answer as it came over the wire; empty when the connection was closed without one.
  public record Reply(String text) {
    public int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }

    public JsonNode error() {
      int start = text.indexOf("{\"error\"");
      return Json.MAPPER.readTree(text.substring(start, text.lastIndexOf('}') + 1)).get("error");
    }

    public String code() {
      return error().required("code").asString();
    }

    public String field() {
      return error().at("/details/0/field").asString("");
    }
  }
}
