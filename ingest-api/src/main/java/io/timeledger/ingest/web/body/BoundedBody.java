package io.timeledger.ingest.web.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts while reading, so that a body without a declared length is limited too.
final class BoundedBody extends FilterInputStream {
  private final long limit;
  private long count;

  BoundedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws BodyTooLargeException {
    count += bytes;
    if (count > limit) {
      throw new BodyTooLargeException(limit);
    }
  }
}
