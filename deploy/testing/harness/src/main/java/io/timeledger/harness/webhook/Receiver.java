package io.timeledger.harness.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A server on many loopback addresses, each of which is a separate host to the dispatcher. Records
/// every visit and answers by script.
public final class Receiver implements AutoCloseable {
  private static final int HOSTS_OF_A_NET = 250;

  private final List<ServerSocket> servers = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<ReceivedCall> visits = new ConcurrentLinkedQueue<>();
  private volatile Function<ReceivedCall, ReceiverBehavior> script;

  /// @param hosts how many addresses it listens on
  /// @param script the behavior for a visit
  public Receiver(int hosts, Function<ReceivedCall, ReceiverBehavior> script) {
    this.script = script;
    try {
      servers.add(listen(0, 0));
      for (int i = 1; i < hosts; i++) {
        servers.add(listen(i, port()));
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
    servers.forEach(server -> threads.execute(() -> accept(server)));
  }

  public void follow(Function<ReceivedCall, ReceiverBehavior> next) {
    script = next;
  }

  /// @param host from 0, modulo the number of hosts
  public String url(int host, String path) {
    ServerSocket server = servers.get(host % servers.size());
    return "http://%s:%d%s".formatted(server.getInetAddress().getHostAddress(), port(), path);
  }

  /// In the order of arrival.
  public List<ReceivedCall> visits() {
    return List.copyOf(visits);
  }

  public long visitsSoFar() {
    return visits.size();
  }

  @Override
  public void close() {
    try {
      for (ServerSocket server : servers) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int port() {
    return servers.getFirst().getLocalPort();
  }

  private static ServerSocket listen(int host, int port) throws IOException {
    String address = "127.0.%d.%d".formatted(host / HOSTS_OF_A_NET, 1 + host % HOSTS_OF_A_NET);
    return new ServerSocket(port, 512, InetAddress.ofLiteral(address));
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (ReceivedCall call = read(in); call != null; call = read(in)) {
        visits.add(call);
        ReceiverBehavior answer = script.apply(call);
        if (answer.status() == 0) {
          in.transferTo(java.io.OutputStream.nullOutputStream()); // until the other side gives up
          return;
        }
        Thread.sleep(answer.after());
        call.answered();
        socket.getOutputStream().write(bytes(answer));
      }
    } catch (IOException e) {
      return; // the other side went away, which is one of the things that are tried here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(ReceiverBehavior answer) {
    return "HTTP/1.1 %d Status\r\nContent-Length: 2\r\n\r\nok"
        .formatted(answer.status())
        .getBytes(ISO_8859_1);
  }

  private static @Nullable ReceivedCall read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    CRC32 checksum = new CRC32();
    checksum.update(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    return new ReceivedCall(
        start.split(" ", -1)[1],
        headers.getOrDefault("webhook-id", ""),
        headers.getOrDefault("x-workestra-delivery", ""),
        Integer.parseInt(headers.getOrDefault("x-workestra-attempt", "0")),
        checksum.getValue(),
        System.nanoTime());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
