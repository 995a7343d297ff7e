package io.timeledger.webhooks.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.timeledger.runtime.ImmutableBytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server on loopback that keeps what it gets and answers as it is told.
public final class Receiver implements AutoCloseable {

  /// What to do with a request: write an answer or not, take time or not. The connection stays
  /// open when this returns normally.
  public interface Script {
    void answer(Request request, Connection connection) throws IOException, InterruptedException;

    static Script status(int code, String... headers) {
      return (_, connection) -> connection.answer(code, "ok", headers);
    }
  }

  /// @param arrivedNanos when its last byte was read
  /// @param headers by lower-case name
  /// @param number of the request at this receiver, from 1
  public record Request(
      String path,
      Map<String, String> headers,
      ImmutableBytes body,
      long arrivedNanos,
      int number) {

    public String header(String name) {
      String value = headers.get(name.toLowerCase(Locale.ROOT));
      if (value == null) {
        throw new AssertionError("no header " + name + " in " + headers.keySet());
      }
      return value;
    }

    public String text() {
      return new String(body.array(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /// The way back.
  public record Connection(Socket socket, OutputStream out, List<Long> answered) {
    public void answer(int code, String body, String... headers) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " Status\r\n");
      Stream.of(headers).forEach(line -> head.append(line).append("\r\n"));
      head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
      answered.add(System.nanoTime());
      raw(head.toString());
    }

    public void raw(String text) throws IOException {
      out.write(text.getBytes(ISO_8859_1));
      out.flush();
    }

    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final List<Long> answered = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile Script script;

  public Receiver(Script script) {
    this("127.0.0.1", script);
  }

  /// @param host an address of loopback
  public Receiver(String host, Script script) {
    this.script = script;
    try {
      server = new ServerSocket(0, 512, InetAddress.ofLiteral(host));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Future<?> _ = threads.submit(this::accept);
  }

  public void follow(Script next) {
    script = next;
  }

  public String url() {
    return url("/hook");
  }

  public String url(String path) {
    return "http://%s:%d%s"
        .formatted(server.getInetAddress().getHostAddress(), server.getLocalPort(), path);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// In the order of arrival.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// When answers were begun, by [System#nanoTime()].
  public List<Long> answeredNanos() {
    return List.copyOf(answered);
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Future<?> _ = threads.submit(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Connection connection = new Connection(socket, socket.getOutputStream(), answered);
      Request request = read(in);
      while (request != null) {
        requests.add(request);
        script.answer(request, connection);
        request = socket.isClosed() ? null : read(in);
      }
    } catch (IOException e) {
      // The other side went away: that is one of the things that are tried here.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Request read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Request(
        start.split(" ", -1)[1],
        headers,
        ImmutableBytes.of(body),
        System.nanoTime(),
        numbers.incrementAndGet());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
