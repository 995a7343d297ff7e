package io.timeledger.local.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/// An HTTP/1.1 POST that reads the response while the file is still being sent.
///
/// The JDK's client reads nothing before it has sent everything. With a server that responds row by
/// row, that is a deadlock as soon as the response fills the socket's buffers.
final class DuplexPost implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;

  private final Socket socket;
  private final int status;
  private final InputStream body;

  private DuplexPost(Socket socket, int status, InputStream body) {
    this.socket = socket;
    this.status = status;
    this.body = body;
  }

  /// Returns when the response head has arrived.
  static DuplexPost send(URI uri, Map<String, String> headers, Path file) throws IOException {
    Socket socket = connect(uri);
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head(uri, headers, Files.size(file)).getBytes(StandardCharsets.ISO_8859_1));
      Thread.ofVirtual().name("upload").start(() -> copy(file, out));
      return answer(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket connect(URI uri) throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static String head(URI uri, Map<String, String> headers, long length) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Host", uri.getAuthority());
    all.put("Content-Length", Long.toString(length));
    all.put("LocalEnvironment", "close");
    StringBuilder head =
        new StringBuilder("POST %s?%s HTTP/1.1\r\n".formatted(uri.getRawPath(), uri.getRawQuery()));
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static void copy(Path file, OutputStream out) {
    try {
      Files.copy(file, out);
      out.flush();
    } catch (IOException e) {
      // the server stopped reading; its response says why
    }
  }

  private static DuplexPost answer(Socket socket) throws IOException {
    BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
    AnswerHead head = AnswerHead.read(in);
    return new DuplexPost(socket, head.status(), head.chunked() ? new ChunkedInputStream(in) : in);
  }

  int status() {
    return status;
  }

  /// The response body, as it arrives.
  InputStream body() {
    return body;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
