package io.timeledger.ingest.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/// Counts while it is read, so that a body without a declared length is bounded too.
final class BoundedBody extends ServletInputStream {
  private final ServletInputStream body;
  private final long limit;
  private long count;

  BoundedBody(ServletInputStream body, long limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int read = body.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = body.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  private void count(int bytes) throws BodyTooLargeException {
    count += bytes;
    if (count > limit) {
      throw new BodyTooLargeException(limit);
    }
  }
}
