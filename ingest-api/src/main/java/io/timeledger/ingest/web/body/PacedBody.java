package io.timeledger.ingest.web.body;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/// A body with a minimum pace: a client that sends byte by byte does not hold a thread for longer
/// than the pace allows. One read waits at most as long as the server's read timeout.
final class PacedBody extends InputStream {
  private final ServletRequest request;
  private final RequestProperties pace;
  private final long start = System.nanoTime();
  private long count;

  PacedBody(ServletRequest request, RequestProperties pace) {
    this.request = request;
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = request.getInputStream().read(bytes, offset, length);
      if (read > 0) {
        count += read;
        requirePace();
      }
      return read;
    } catch (IOException e) {
      throw e.getCause() instanceof SocketTimeoutException ? new SlowBodyException(count) : e;
    }
  }

  private void requirePace() throws SlowBodyException {
    if (System.nanoTime() - start > pace.patience(count).toNanos()) {
      throw new SlowBodyException(count);
    }
  }
}
