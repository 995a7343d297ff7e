package io.timeledger.ingest.web.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// Drains the unread rest of a body; otherwise the close would overtake the response. The response
/// does not wait for it. Enforces the minimum pace, since the container would read for as long as
/// bytes trickle in.
public final class UnreadBodyValve extends ValveBase {
  private static final long MOST_UNREAD = 16L << 20;
  private final RequestProperties pace;

  public UnreadBodyValve(RequestProperties pace) {
    super(true);
    this.pace = pace;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    org.apache.coyote.Request read = request.getCoyoteRequest();
    // A client that waits for 100 Continue sends nothing after a refusal.
    if (!hasBody(request) || request.isAsync() || read.hasExpectation()) {
      return;
    }
    AtomicBoolean open = new AtomicBoolean();
    read.action(ActionCode.IS_IO_ALLOWED, open);
    if (open.get()) {
      response.finishResponse();
      if (!isRead(read)) {
        read.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        read.action(ActionCode.CLOSE_NOW, null);
      }
    }
  }

  private static boolean hasBody(Request request) {
    try {
      return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    } catch (IllegalArgumentException e) {
      // The length is not a number or is given twice: the container has rejected the request.
      return false;
    }
  }

  /// False when it is too slow or too large.
  private boolean isRead(org.apache.coyote.Request request) {
    long start = System.nanoTime();
    long unread = 0;
    Unread buffer = new Unread();
    try {
      int read = request.doRead(buffer);
      while (read >= 0 && unread <= MOST_UNREAD) {
        unread += read;
        if (System.nanoTime() - start > pace.patience(unread).toNanos()) {
          return false;
        }
        read = request.doRead(buffer);
      }
      return read < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// The container's buffer for drained bytes; discarded.
  private static final class Unread implements ApplicationBufferHandler {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer read) {
      buffer = read;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {
      // The container provides its own buffer.
    }
  }
}
