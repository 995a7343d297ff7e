package io.timeledger.local.importing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Decodes an HTTP/1.1 chunked body.
final class ChunkedInputStream extends InputStream {
  private final InputStream in;
  private int left;
  private boolean first = true;
  private boolean ended;

  ChunkedInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      next();
    }
    if (ended) {
      return -1;
    }
    int read = in.read(bytes, offset, Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the answer ended early");
    }
    left -= read;
    return read;
  }

  private void next() throws IOException {
    if (!first) {
      AnswerHead.line(in);
    }
    first = false;
    left = Integer.parseInt(AnswerHead.line(in).split(";", 2)[0].strip(), 16);
    ended = left == 0;
  }
}
